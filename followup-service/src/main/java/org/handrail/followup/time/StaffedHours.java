package org.handrail.followup.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.platform.site.Site;

/**
 * When staff are at a site. A site that names no hours within a year is taken to be always staffed, so that nobody is
 * forgotten because of a setting.
 */
public final class StaffedHours {

    private static final int FAR = 370;

    private final Site site;

    public StaffedHours(Site site) {
        this.site = site;
    }

    private record Shift(Instant from, Instant until) {

        boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    public boolean contains(Instant instant) {
        return shifts(dateOf(instant)).anyMatch(shift -> shift.contains(instant));
    }

    /** The first staffed instant at or after the given one. */
    public Instant next(Instant instant) {
        return from(instant).findFirst()
                .map(shift -> later(shift.from(), instant))
                .orElse(instant);
    }

    /** The start of the last hour, or of the whole shift if it is shorter, that has ended by the given instant. */
    public Optional<Instant> lastHourBefore(Instant instant) {
        LocalDate date = dateOf(instant);
        return IntStream.rangeClosed(0, FAR).mapToObj(date::minusDays)
                .flatMap(day -> shifts(day).sorted(Comparator.comparing(Shift::from).reversed()))
                .filter(shift -> !shift.until().isAfter(instant))
                .findFirst()
                .map(shift -> later(shift.from(), shift.until().minus(Duration.ofHours(1))));
    }

    /** So much staffed time after the given instant. */
    public Instant plus(Instant instant, Duration staffed) {
        Duration left = staffed;
        Instant reached = instant;
        for (Iterator<Shift> shifts = from(instant).iterator(); shifts.hasNext();) {
            Shift shift = shifts.next();
            Instant begin = later(shift.from(), reached);
            Duration length = Duration.between(begin, shift.until());
            if (!length.isNegative() && left.compareTo(length) <= 0) {
                return begin.plus(left);
            }
            left = length.isNegative() ? left : left.minus(length);
            reached = later(shift.until(), reached);
        }
        return reached.plus(left);
    }

    private Stream<Shift> from(Instant instant) {
        LocalDate date = dateOf(instant);
        return IntStream.rangeClosed(0, site.hours().isEmpty() ? 0 : FAR).mapToObj(date::plusDays)
                .flatMap(this::shifts)
                .filter(shift -> shift.until().isAfter(instant));
    }

    private Stream<Shift> shifts(LocalDate date) {
        if (site.holidays().contains(date)) {
            return Stream.empty();
        }
        return site.hours().getOrDefault(date.getDayOfWeek(), List.of()).stream()
                .map(hours -> new Shift(at(date.atTime(hours.from())), at(date.atTime(hours.until()))))
                .filter(shift -> shift.from().isBefore(shift.until()))
                .sorted(Comparator.comparing(Shift::from));
    }

    private Instant at(LocalDateTime wall) {
        return WallClock.instantOf(wall, site.zone());
    }

    private LocalDate dateOf(Instant instant) {
        return WallClock.at(instant, site.zone()).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
