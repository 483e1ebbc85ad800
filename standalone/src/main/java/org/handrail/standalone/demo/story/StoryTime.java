package org.handrail.standalone.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The calendar of the story, and when messages should go, worked out here once more and apart from the product so that
 * the one can be held against the other.
 *
 * @param firstDay day 0
 * @param site     the zone of the office
 */
public record StoryTime(LocalDate firstDay, ZoneId site) {

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);

    /** @param time such as {@code 09:30}, at the office */
    public Instant on(int day, String time) {
        return resolve(local(day, time), site);
    }

    public LocalDateTime local(int day, String time) {
        return firstDay.plusDays(day).atTime(LocalTime.parse(time));
    }

    /** The first moment from then on at which somebody in that zone may be mailed. */
    public static Instant sendable(Instant wanted, ZoneId zone) {
        LocalDateTime local = wanted.atZone(zone).toLocalDateTime();
        if (local.toLocalTime().isBefore(OPENS)) {
            return resolve(local.toLocalDate().atTime(OPENS), zone);
        }
        return local.toLocalTime().isBefore(CLOSES)
                ? wanted
                : resolve(local.toLocalDate().plusDays(1).atTime(OPENS), zone);
    }

    /** So much real time after. */
    public Instant after(Instant instant, Duration elapsed, ZoneId zone) {
        return sendable(instant.plus(elapsed), zone);
    }

    /** At nine in the morning of the reader, so many of the reader's days before. */
    public static Instant nineAm(Instant appointment, int daysBefore, ZoneId zone) {
        return resolve(appointment.atZone(zone).toLocalDate().minusDays(daysBefore).atTime(9, 0), zone);
    }

    /** In a gap the first instant after it, in an overlap the earlier of the two. */
    static Instant resolve(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change == null ? local.atZone(zone).toInstant()
                : change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }
}
