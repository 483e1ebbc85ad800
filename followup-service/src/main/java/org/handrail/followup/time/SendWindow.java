package org.handrail.followup.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the client's day in which email may leave.
 *
 * @param until exclusive
 */
public record SendWindow(LocalTime from, LocalTime until) {

    /** How long before its end a message moved forward is due, so that it still leaves within it. */
    static final Duration MARGIN = Duration.ofMinutes(15);

    public static final SendWindow DEFAULT = new SendWindow(LocalTime.of(8, 0), LocalTime.of(20, 0));

    /** A whole day can be missing from a zone's calendar (Pacific/Apia, 30 December 2011), but never three. */
    private static final int DAYS_TO_TRY = 3;

    public SendWindow {
        if (Duration.between(from, until).compareTo(MARGIN) <= 0) {
            throw new IllegalArgumentException("a send window must be longer than " + MARGIN);
        }
    }

    public boolean contains(Instant instant, ZoneId zone) {
        LocalTime time = WallClock.at(instant, zone).toLocalTime();
        return !time.isBefore(from) && time.isBefore(until);
    }

    /**
     * The first instant in a window at or after {@code due} and before the deadline; failing that, the end of the
     * window before, if that is not before {@code earliest}.
     *
     * @param deadline null: none
     * @return empty when no window leaves room: somebody has to call
     */
    public Optional<Instant> fit(Instant due, Instant earliest, @Nullable Instant deadline, ZoneId zone) {
        if (contains(due, zone)) {
            return Optional.of(due);
        }
        return opening(due, zone)
                .filter(opening -> deadline == null || opening.isBefore(deadline))
                .or(() -> closing(due, zone).filter(closing -> !closing.isBefore(earliest)));
    }

    /** The first start of a window after the given instant. */
    public Optional<Instant> opening(Instant due, ZoneId zone) {
        LocalDate date = WallClock.at(due, zone).toLocalDate();
        for (int day = 0; day <= DAYS_TO_TRY; day++) {
            Instant opening = WallClock.instantOf(date.plusDays(day).atTime(from), zone);
            if (opening.isAfter(due) && contains(opening, zone)) {
                return Optional.of(opening);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> closing(Instant due, ZoneId zone) {
        LocalDateTime last = WallClock.at(due, zone).toLocalDate().atTime(until.minus(MARGIN));
        for (int day = 0; day <= DAYS_TO_TRY; day++) {
            Instant closing = WallClock.instantOf(last.minusDays(day), zone);
            if (closing.isBefore(due) && contains(closing, zone)) {
                return Optional.of(closing);
            }
        }
        return Optional.empty();
    }
}
