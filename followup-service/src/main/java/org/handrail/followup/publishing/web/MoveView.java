package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Difference;
import org.handrail.followup.publishing.Move;
import org.jspecify.annotations.Nullable;

/** Moving those enrolled to a version, as far as it has come. */
@Schema(name = "Move")
record MoveView(
        UUID id, String scheduleId, @Schema(description = "Where they are moved to") int version,
        Choice.Mode mode, @Nullable String step, Choice.Repeats repeats, Move.State state,
        @Schema(description = "When the version was published") Instant effectiveAt, Who askedBy,
        @Schema(description = "How many there were to look at") long enrolled,
        @Schema(description = "How many have been looked at") long lookedAt,
        @Schema(description = "Looked at in a second, since it began") @Nullable Double perSecond,
        @Schema(description = "About how long it still takes, ISO 8601; absent unless it is running", type = "string",
                example = "PT2M") @Nullable Duration timeLeft,
        @Schema(description = "What the preview said") CountsView expected,
        @Schema(description = "What has been done so far") CountsView outcome,
        @Schema(description = "When it is done: where the outcome is not what was expected")
        @Nullable List<Difference> differences,
        Instant changedAt) {

    static MoveView of(Move move, Who.Names names) {
        double seconds = Duration.between(move.effectiveAt(), move.changedAt()).toMillis() / 1000.0;
        Double perSecond = seconds > 0 && move.lookedAt() > 0 ? Math.round(10 * move.lookedAt() / seconds) / 10.0 : null;
        boolean running = move.state() == Move.State.RUNNING && perSecond != null && perSecond > 0;
        long left = Math.max(0, move.enrolled() - move.lookedAt());
        return new MoveView(move.id(), move.scheduleId(), move.version(), move.choice().mode(), move.choice().step(),
                move.choice().repeats(), move.state(), move.effectiveAt(), names.of(move.askedBy()), move.enrolled(),
                move.lookedAt(), perSecond, running ? Duration.ofSeconds(Math.round(left / perSecond)) : null,
                CountsView.of(move.expected()), CountsView.of(move.outcome()),
                move.state() == Move.State.DONE ? Difference.between(move.expected(), move.outcome()) : null,
                move.changedAt());
    }
}
