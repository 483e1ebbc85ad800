package org.handrail.followup.publishing;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Makes a definition the published version, and sets going what becomes of those enrolled. What the preview said is
 * asked again first: nobody publishes something else than what they have seen without being told.
 */
public final class Publishing {

    private final Previewing previewing;
    private final Previews previews;
    private final Versions versions;
    private final Moves moves;
    private final Transactions transactions;
    private final Clock clock;

    public Publishing(
            Previewing previewing, Previews previews, Versions versions, Moves moves, Transactions transactions,
            Clock clock) {
        this.previewing = previewing;
        this.previews = previews;
        this.versions = versions;
        this.moves = moves;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is to be published.
     *
     * @param definition    the schedule as JSON
     * @param draft         0 when a version is rolled back in one go
     * @param base          the version that it was written against; null: the schedule is new
     * @param preview       what was seen; null: publish unseen
     * @param acceptChanges publish even if the preview would say something else by now
     * @param rollsBackTo   the earlier version that it brings back; a move under way is cancelled for it
     */
    public record Request(
            Schedule schedule, String definition, int draft, int revision, @Nullable Integer base, Choice choice,
            @Nullable UUID preview, boolean acceptChanges, String why, UUID by, @Nullable Integer rollsBackTo) {
    }

    public sealed interface Outcome {
    }

    /**
     * @param move        null when nobody is to be moved
     * @param preview     what it does, as of the moment of publishing
     * @param differences from what the preview named in the request said
     */
    public record Published(
            int version, @Nullable UUID move, Preview preview, List<Difference> differences) implements Outcome {
    }

    /** Another version has been published since the draft was begun; null: none is. */
    public record BaseMoved(@Nullable Integer published) implements Outcome {
    }

    /** Nothing was published. */
    public record ChangedSince(Preview preview, List<Difference> differences) implements Outcome {
    }

    /** Those enrolled are still being moved to the version before. */
    public record MoveUnderWay(UUID move) implements Outcome {
    }

    /** There is no such preview, or it is of another draft, revision or choice. */
    public record OtherPreview() implements Outcome {
    }

    /**
     * @param together done in the transaction that publishes, and only if it does: the draft's end, the audit trail
     * @throws InvalidSchedule when the definition does not fit those enrolled
     */
    public Outcome publish(Request request, Runnable together) {
        List<Fault> faults = previewing.faults(request.schedule(), request.choice());
        if (!faults.isEmpty()) {
            throw new InvalidSchedule(faults);
        }
        Optional<Preview> seen = Optional.ofNullable(request.preview()).flatMap(previews::find);
        if (request.preview() != null && seen.filter(each -> isOf(each, request)).isEmpty()) {
            return new OtherPreview();
        }
        Preview preview = previewing.preview(
                request.schedule(), request.draft(), request.revision(), request.choice());
        List<Difference> differences = seen.map(each -> Difference.between(each.counts(), preview.counts()))
                .orElse(List.of());
        if (!differences.isEmpty() && !request.acceptChanges()) {
            previews.keep(preview);
            return new ChangedSince(preview, differences);
        }
        return transactions.inOne(() -> publish(request, preview, differences, together));
    }

    private static boolean isOf(Preview preview, Request request) {
        return preview.scheduleId().equals(request.schedule().id()) && preview.draft() == request.draft()
                && preview.revision() == request.revision() && preview.choice().equals(request.choice());
    }

    private Outcome publish(Request request, Preview preview, List<Difference> differences, Runnable together) {
        String id = request.schedule().id();
        // the move first: a batch under way has to enrol, too, before it ends
        Optional<Move> underWay = moves.underWay(id).flatMap(move -> moves.hold(move.id())).filter(Move::isUnderWay);
        if (underWay.isPresent() && request.rollsBackTo() == null) {
            return new MoveUnderWay(underWay.get().id());
        }
        versions.holdEnrolling();
        Integer published = versions.published(id).orElse(null);
        if (!Objects.equals(published, request.base())) {
            return new BaseMoved(published);
        }
        underWay.ifPresent(move -> moves.store(move.in(Move.State.CANCELLED, clock.instant())));
        int version = versions.publish(id, request.definition(), request.by(), request.why(), request.rollsBackTo(),
                preview.asOf());
        Move move = request.choice().mode() == Choice.Mode.KEEP ? null
                : Move.begun(id, version, request.choice(), preview.asOf(), request.by(), preview.counts());
        if (move != null) {
            moves.add(move);
        }
        together.run();
        return new Published(version, move == null ? null : move.id(), preview, differences);
    }
}
