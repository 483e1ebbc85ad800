package org.handrail.followup.whatif.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.whatif.Imagined;
import org.jspecify.annotations.Nullable;

/**
 * The question as the API describes it. {@link QuestionReader} reads it from the tree, so that every fault is found at
 * once.
 */
record WhatIfBody(
        @Schema(description = "A stored schedule; or else a definition") @Nullable Stored schedule,
        @Schema(description = "A schedule that is not stored: an object, or the text of its JSON or YAML") @Nullable Object definition,
        @Schema(description = "Whether the other published schedules run, too; for instance a no-show starts its own")
        boolean withOthers,
        @Schema(description = "Zone of wall times in the question; the site's if left out") @Nullable String zone,
        @Nullable PersonBody person, AnchorBody anchor,
        @Schema(description = "What happens, in any order; at most 100") List<EventBody> events) {

    static final String EXAMPLE = """
            {"schedule": {"id": "therapy-appointment"},
             "person": {"zone": "America/Chicago", "address": "CONFIRMED",
                        "consents": [{"purpose": "APPOINTMENT_REMINDERS"}]},
             "anchor": {"at": "2026-03-18T16:00", "bookedAt": "2026-03-02T10:00", "kind": "THERAPY"},
             "events": [{"type": "MOVED", "at": "2026-03-09T12:00", "startsAt": "2026-03-20T09:00"},
                        {"type": "TASK_DONE", "step": "call-1-d", "outcome": "LEFT_MESSAGE", "after": "PT30M"},
                        {"type": "OUTAGE", "from": "2026-03-17T08:00", "until": "2026-03-17T11:00"}]}""";

    record Stored(
            String id, @Schema(description = "The published one if left out") @Nullable Integer version,
            @Schema(description = "Number of a draft, instead of a version") @Nullable Integer draft) {
    }

    record PersonBody(
            @Schema(description = "IANA id; one that nobody knows falls back to the site's") @Nullable String zone,
            @Nullable String site, @Nullable Language language,
            @Schema(description = "CONFIRMED if left out") Imagined.@Nullable Address address,
            @Schema(description = "To everything if left out, to nothing if empty") @Nullable List<ConsentBody> consents,
            @Schema(description = "Somebody else asks for this person") boolean onBehalf,
            @Schema(description = "Appointments missed long before, 0 to 20") int earlierNoShows) {
    }

    record ConsentBody(Purpose purpose, @Nullable String from, @Nullable String until) {
    }

    record AnchorBody(
            @Schema(description = "When it happened; for an appointment its start") String at,
            @Schema(description = "When follow-up hears of it") @Nullable String knownAt,
            @Nullable AppointmentKind kind,
            @Schema(description = "Of the appointment that was missed or cancelled") @Nullable String startsAt,
            @Schema(description = "Needed for an appointment") @Nullable String bookedAt,
            @Schema(description = "Of a discharge") boolean againstAdvice) {
    }

    record EventBody(
            HappeningReader.Type type, @Nullable String at,
            @Schema(description = "When follow-up hears of it; when it happens if left out") @Nullable String knownAt,
            @Schema(description = "Which appointment: a name given when it was booked; the first if left out")
            @Nullable String appointment,
            @Nullable AppointmentKind kind, @Nullable String startsAt, @Nullable List<Purpose> purposes,
            @Nullable Purpose purpose, @Nullable Boolean againstAdvice, @Nullable String zone,
            @Schema(description = "TASK_DONE: whenever this step raises a task") @Nullable String step,
            @Nullable TaskOutcome outcome,
            @Schema(description = "TASK_DONE: so long after it was raised") @Nullable String after,
            @Schema(description = "OUTAGE: nothing is released from then") @Nullable String from,
            @Nullable String until) {
    }
}
