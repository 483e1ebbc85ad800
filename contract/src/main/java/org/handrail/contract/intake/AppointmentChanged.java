package org.handrail.contract.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an appointment after a change. Consumers keep the highest {@code version} and ignore lower
 * ones, so a late event never undoes a newer one.
 *
 * @param version       starts at 1 and grows by 1 with each change that intake accepted
 * @param change        what happened, for the timeline
 * @param startsAtLocal wall time at the site
 * @param zone          the site's zone (IANA id)
 * @param startsAt      the instant that wall time and zone gave when the change was accepted
 * @param bookedAt      when it was first booked, as the source tells it
 * @param occurredAt    when this change happened, as the source tells it
 */
public record AppointmentChanged(
        UUID clientId,
        UUID appointmentId,
        int version,
        Change change,
        AppointmentStatus status,
        AppointmentKind kind,
        LocalDateTime startsAtLocal,
        String zone,
        Instant startsAt,
        String siteId,
        Instant bookedAt,
        Instant occurredAt,
        @Nullable CancelledBy cancelledBy) implements Event {

    /** REBOOKED: one that was cancelled is on again. */
    public enum Change { BOOKED, MOVED, CANCELLED, REBOOKED, ENTERED_IN_ERROR, ARRIVED, NO_SHOW }

    public enum CancelledBy { CLIENT, PROVIDER }

    public AppointmentChanged {
        Checks.positive("version", version);
        Checks.code("siteId", siteId);
        Checks.code("zone", zone);
    }

    /** Throws when the running JDK does not know the zone; callers fall back to the site's. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
