package org.handrail.intake.appointment;

import java.time.Instant;
import java.util.Comparator;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged.CancelledBy;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source told of an appointment.
 *
 * @param occurredAt in the source's time
 * @param start      with BOOKED and MOVED, and with REBOOKED unless it is on again at the old time
 * @param bookedAt   when the source says that it was booked
 */
public record Told(
        Kind kind,
        Instant occurredAt,
        @Nullable Start start,
        @Nullable Instant bookedAt,
        @Nullable CancelledBy cancelledBy) {

    /** In the order that counts when two carry the same time. */
    public enum Kind {

        BOOKED(AppointmentStatus.BOOKED),
        REBOOKED(AppointmentStatus.BOOKED),
        MOVED(AppointmentStatus.BOOKED),
        ARRIVED(AppointmentStatus.ARRIVED),
        NO_SHOW(AppointmentStatus.NO_SHOW),
        CANCELLED(AppointmentStatus.CANCELLED),
        ENTERED_IN_ERROR(AppointmentStatus.ENTERED_IN_ERROR);

        private final AppointmentStatus status;

        Kind(AppointmentStatus status) {
            this.status = status;
        }

        AppointmentStatus status() {
            return status;
        }
    }

    /** By the source's time, whatever the order of arrival. */
    static final Comparator<Told> ORDER = Comparator.comparing(Told::occurredAt).thenComparing(Told::kind)
            .thenComparing(told -> told.start() == null ? Instant.MIN : told.start().instant());
}
