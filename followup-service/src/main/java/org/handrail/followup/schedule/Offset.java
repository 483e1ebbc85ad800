package org.handrail.followup.schedule;

import java.time.Duration;
import java.time.LocalTime;

/** When a step's time is, counted from its anchor. */
public sealed interface Offset {

    /** When the fact becomes known and, for an appointment, again when its time changes. */
    record AtOnce() implements Offset {
    }

    /** So much time on a stopwatch; negative for before. A task that is not on call moves into staffed hours. */
    record Elapsed(Duration by) implements Offset {
    }

    /** On the client's wall clock: so many calendar days before (negative) or after the anchor's, at that time. */
    record Local(int days, LocalTime at) implements Offset {
    }

    /** So much time during which the site is staffed; for tasks. */
    record Staffed(Duration after) implements Offset {
    }

    /**
     * On the first staffed weekday so many days after the first staffed moment, in another part of the day than the
     * last try; for tasks.
     */
    record AnotherTimeOfDay(int days) implements Offset {
    }

    /**
     * Every day at that time on the client's wall clock, from the day after booking, while the start is further away
     * than {@code whileWaitOver}; for tasks before an appointment.
     */
    record Daily(LocalTime at, Duration whileWaitOver) implements Offset {
    }
}
