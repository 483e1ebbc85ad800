package org.handrail.notifier.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours, on the wall clock of the client's zone, in which mail may go.
 *
 * @param until exclusive, after {@code from} on the same day
 */
public record SendWindow(LocalTime from, LocalTime until) {

    public SendWindow {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the send window must end after it begins, on the same day");
        }
    }

    public boolean isOpen(Instant now, ZoneId zone) {
        LocalTime wall = now.atZone(zone).toLocalTime();
        return !wall.isBefore(from) && wall.isBefore(until);
    }

    /** The first opening after that moment. */
    public Instant nextOpening(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant opening = opening(today, zone);
        return opening.isAfter(now) ? opening : openingAfter(today, zone);
    }

    /** The opening on the day after that. */
    public Instant openingAfter(LocalDate day, ZoneId zone) {
        return opening(day.plusDays(1), zone);
    }

    /** In a gap the first instant after it; in an overlap the earlier one. */
    private Instant opening(LocalDate day, ZoneId zone) {
        LocalDateTime wall = day.atTime(from);
        ZoneOffsetTransition gap = zone.getRules().getTransition(wall);
        return gap != null && gap.isGap() ? gap.getInstant() : wall.atZone(zone).toInstant();
    }
}
