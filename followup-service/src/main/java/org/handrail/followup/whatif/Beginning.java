package org.handrail.followup.whatif;

import java.time.Instant;
import org.handrail.contract.AppointmentKind;
import org.jspecify.annotations.Nullable;

/**
 * The fact that the schedule counts from.
 *
 * @param at            when it happened; for an appointment its start
 * @param knownAt       when follow-up hears of it
 * @param appointment   what it is about; null for facts about no appointment
 * @param againstAdvice of a discharge
 */
public record Beginning(Instant at, Instant knownAt, @Nullable Visit appointment, boolean againstAdvice) {

    /** An appointment as it was first booked. */
    public record Visit(AppointmentKind kind, Instant startsAt, Instant bookedAt) {
    }
}
