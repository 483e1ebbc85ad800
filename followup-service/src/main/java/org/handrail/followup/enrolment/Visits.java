package org.handrail.followup.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.followup.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Questions about a client's appointments. */
public final class Visits {

    private Visits() {
    }

    /** The first that was booked, or put on again, after that, and still holds. */
    public static Optional<AppointmentChanged> bookedAfter(
            Collection<AppointmentChanged> appointments, Instant instant) {
        return appointments.stream().filter(Visits::holds)
                .filter(each -> each.bookedAt().isAfter(instant)
                        || each.change() == Change.REBOOKED && each.occurredAt().isAfter(instant))
                .min(Comparator.comparing(AppointmentChanged::bookedAt)
                        .thenComparing(AppointmentChanged::appointmentId));
    }

    public static boolean anyAhead(Collection<AppointmentChanged> appointments, Instant now) {
        return appointments.stream()
                .anyMatch(each -> each.status() == AppointmentStatus.BOOKED && each.startsAt().isAfter(now));
    }

    /** On a later day than the anchor's: the day of a discharge does not count. */
    public static boolean anyWithin(
            Collection<AppointmentChanged> appointments, Instant anchor, Instant until, ZoneId zone) {
        LocalDate day = WallClock.at(anchor, zone).toLocalDate();
        return appointments.stream().filter(Visits::holds)
                .filter(each -> !each.startsAt().isAfter(until))
                .anyMatch(each -> WallClock.at(each.startsAt(), zone).toLocalDate().isAfter(day));
    }

    /** @param besides not counted itself; null if none */
    public static long noShows(Collection<AppointmentChanged> appointments, @Nullable UUID besides) {
        return appointments.stream().filter(each -> each.status() == AppointmentStatus.NO_SHOW)
                .filter(each -> !each.appointmentId().equals(besides)).count();
    }

    private static boolean holds(AppointmentChanged appointment) {
        return appointment.status() == AppointmentStatus.BOOKED || appointment.status() == AppointmentStatus.ARRIVED;
    }
}
