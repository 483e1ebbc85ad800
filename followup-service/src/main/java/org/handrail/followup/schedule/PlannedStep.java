package org.handrail.followup.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step with its time worked out.
 *
 * @param key      the step's, with the date behind a slash for one that repeats
 * @param wall     what the schedule asks for on the client's wall clock, before windows and hours move it
 * @param at       when it is due
 * @param deadline after it nothing happens any more; null: never too late
 * @param fate     what is known already
 */
public record PlannedStep(
        Step step, String key, LocalDateTime wall, Instant at, @Nullable Instant deadline, Fate fate) {

    public enum Fate {
        /** It happens when its time has come, if its conditions hold then. */
        AHEAD,
        /** An email that no send window leaves room for: its time comes as a task. */
        AHEAD_AS_TASK,
        /** A condition on what is already known does not hold. */
        NOT_MEANT
    }

    /** The key of the step that this is an occurrence of. */
    public static String stepKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
