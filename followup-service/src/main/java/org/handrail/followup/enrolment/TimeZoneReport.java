package org.handrail.followup.enrolment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of pending steps when another release of the time zone database came with a JDK.
 *
 * @param finishedAt    null while it goes on
 * @param superseded    yet another release came before it was done
 * @param clients       looked at
 * @param steps         worked out again
 * @param moved         steps that came out at another instant; each stands on its client's timeline
 * @param earliestShift how much earlier (negative) or later a step came out, at the least; null while none moved
 * @param latestShift   the same, at the most
 */
public record TimeZoneReport(
        long id, String from, String to, Instant startedAt, @Nullable Instant finishedAt, boolean superseded,
        int clients, int steps, int moved, @Nullable Duration earliestShift, @Nullable Duration latestShift) {
}
