package org.handrail.followup.publishing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that is being written.
 *
 * @param number     counts the drafts of a schedule, from 1
 * @param base       the version that was published when it was begun or last rebased; null: the schedule is new
 * @param revision   grows with every change, from 1
 * @param definition canonical JSON without faults
 */
public record Draft(
        String scheduleId, int number, @Nullable Integer base, int revision, String definition, UUID createdBy,
        Instant createdAt, UUID changedBy, Instant changedAt, State state) {

    public enum State { OPEN, PUBLISHED, DISCARDED }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
