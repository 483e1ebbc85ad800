package org.handrail.intake.appointment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.intake.web.ClientBody;
import org.jspecify.annotations.Nullable;

/** What the appointments API takes and gives. */
final class AppointmentBodies {

    private static final String OCCURRED_AT = "When it happened in the source's system; the newest change counts, "
            + "whatever the order in which they arrive";
    private static final String STARTS_AT = "Wall time at the site, without offset";

    private AppointmentBodies() {
    }

    @Schema(name = "Booking")
    record Booking(
            @Schema(description = "The source's own name for the appointment", example = "APT-5512",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String reference,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable ClientBody client,
            @Schema(description = "`DETOX_ADMISSION` or `THERAPY`", example = "THERAPY",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String kind,
            @Schema(description = STARTS_AT, example = "2026-12-01T09:30", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String startsAt,
            @Schema(description = "A configured site; its zone gives the wall time its meaning", example = "main")
            @Nullable String site,
            @Schema(description = "When it was first booked, if that differs from occurredAt", format = "date-time")
            @Nullable String bookedAt,
            @Schema(description = OCCURRED_AT, format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String occurredAt) {
    }

    @Schema(name = "Move")
    record Move(
            @Schema(description = STARTS_AT, example = "2026-12-03T14:00", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String startsAt,
            @Schema(description = "Left out: the site it was at")
            @Nullable String site,
            @Schema(description = OCCURRED_AT, format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String occurredAt) {
    }

    @Schema(name = "Rebooking")
    record Rebooking(
            @Schema(description = STARTS_AT + "; left out: the time it had")
            @Nullable String startsAt,
            @Schema(description = "Left out: the site it was at")
            @Nullable String site,
            @Schema(description = OCCURRED_AT, format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String occurredAt) {
    }

    @Schema(name = "Cancellation")
    record Cancellation(
            @Schema(description = "`CLIENT` or `PROVIDER`", example = "CLIENT",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String by,
            @Schema(description = OCCURRED_AT, format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String occurredAt) {
    }

    @Schema(name = "Happening")
    record Happening(
            @Schema(description = OCCURRED_AT, format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String occurredAt) {
    }

    @Schema(name = "Appointment")
    record AppointmentAnswer(
            String reference,
            UUID appointmentId,
            @Nullable UUID clientId,
            @Nullable AppointmentKind kind,
            @Nullable AppointmentStatus status,
            @Schema(description = "As told, at the site") @Nullable LocalDateTime startsAtLocal,
            @Nullable String zone,
            @Schema(description = "The instant that the wall time means") @Nullable Instant startsAt,
            @Nullable String site,
            @Schema(description = "Of the state that was published; 0 before the booking is known") int version,
            @Schema(description = "Whether this request changed the state") boolean applied,
            @Schema(description = "Why it did not: `waiting-for-booking`, `older-than-latest`, `nothing-changed` or "
                    + "`repeated`") @Nullable String why) {
    }
}
