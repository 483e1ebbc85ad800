package org.handrail.followup.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.handrail.followup.time.SendWindow;
import org.handrail.platform.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a schedule is applied to, with all that its times depend on.
 *
 * @param anchor        what offsets count from; for an appointment its start
 * @param knownAt       when the fact, or the present time of the appointment, came to be
 * @param zone          the client's
 * @param bookedAt      null when the anchor is no appointment
 * @param changed       the appointment had another time before
 * @param againstAdvice of a discharge
 * @param lastTry       when staff last tried in vain; null before that
 * @param nextTry       what its outcome asks for; null: nothing
 */
public record Moment(
        Instant anchor,
        Instant knownAt,
        ZoneId zone,
        Site site,
        SendWindow window,
        @Nullable Instant bookedAt,
        boolean changed,
        boolean againstAdvice,
        @Nullable Instant lastTry,
        @Nullable NextTry nextTry) {
}
