package org.handrail.followup.publishing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moving those enrolled to a version, as far as it has come.
 *
 * @param effectiveAt when the version was published: whose time came before is not ahead any more
 * @param enrolled    how many there were to look at
 * @param lookedAt    how many have been looked at, those included who ended meanwhile
 * @param reached     everybody up to this enrolment has been looked at; null: nobody yet
 * @param expected    what the preview said
 * @param outcome     what has been done so far; the same as expected in the end, but for those whose steps came due or
 *                    whose follow-up ended before their turn
 */
public record Move(
        UUID id, String scheduleId, int version, Choice choice, Instant effectiveAt, UUID askedBy, State state,
        long enrolled, long lookedAt, @Nullable UUID reached, Counts expected, Counts outcome, Instant changedAt) {

    public enum State { RUNNING, PAUSED, DONE, CANCELLED }

    public static Move begun(
            String scheduleId, int version, Choice choice, Instant effectiveAt, UUID askedBy, Counts expected) {
        return new Move(UUID.randomUUID(), scheduleId, version, choice, effectiveAt, askedBy, State.RUNNING,
                expected.enrolled(), 0, null, expected, Counts.NONE, effectiveAt);
    }

    Move advanced(int looked, UUID upTo, Counts more, Instant now) {
        return new Move(id, scheduleId, version, choice, effectiveAt, askedBy, state, enrolled, lookedAt + looked,
                upTo, expected, outcome.and(more), now);
    }

    public Move in(State other, Instant now) {
        return new Move(id, scheduleId, version, choice, effectiveAt, askedBy, other, enrolled, lookedAt, reached,
                expected, outcome, now);
    }

    public boolean isUnderWay() {
        return state == State.RUNNING || state == State.PAUSED;
    }
}
