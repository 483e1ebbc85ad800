package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.enrolment.Enrolment.Origin;
import org.handrail.followup.enrolment.Enrolment.Standing;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.time.ClientZone;
import org.jspecify.annotations.Nullable;

/** Puts a client into the schedules that a fact anchors. */
final class Enrolling {

    private Enrolling() {
    }

    /**
     * A fact that may anchor schedules.
     *
     * @param id         identifies it
     * @param generation grows when the same fact may start the same schedule again
     * @param onBehalf   somebody else asked: nothing is mailed
     * @param receiptHeld why no receipt is to be mailed; null: nothing speaks against it
     */
    record Fact(
            AnchorEvent event, UUID id, int generation, Instant anchor, Instant knownAt,
            @Nullable AppointmentChanged appointment, String siteId, boolean onBehalf, boolean againstAdvice,
            @Nullable String receiptHeld) {

        Fact(AnchorEvent event, UUID id, int generation, Instant anchor, Instant knownAt,
                @Nullable AppointmentChanged appointment, String siteId, boolean onBehalf, boolean againstAdvice) {
            this(event, id, generation, anchor, knownAt, appointment, siteId, onBehalf, againstAdvice, null);
        }

        static Fact of(AnchorEvent event, UUID id, Instant at, String siteId) {
            return new Fact(event, id, 0, at, at, null, siteId, false, false);
        }
    }

    /** Enrols in every published schedule that the fact anchors; the newest fact of its kind takes over. */
    static void enrol(ClientCase client, Fact fact, Surroundings around) {
        if (client.person().deceasedAt() != null) {
            return;
        }
        AppointmentChanged appointment = fact.appointment();
        around.anchoredBy(fact.event(), appointment == null ? null : appointment.kind())
                .forEach(schedule -> enrol(client, schedule, fact, around));
    }

    static void enrol(ClientCase client, ScheduleVersion schedule, Fact fact, Surroundings around) {
        enrol(client, schedule, fact, Origin.id(schedule.id(), fact.id(), fact.generation()), around);
    }

    static void enrol(ClientCase client, ScheduleVersion schedule, Fact fact, UUID id, Surroundings around) {
        if (client.enrolment(id).isPresent()) {
            return;
        }
        AppointmentChanged appointment = fact.appointment();
        Enrolment enrolment = Enrolment.started(
                new Origin(id, client.clientId(), schedule.id(), schedule.version(), fact.event(), fact.id(),
                        appointment == null ? null : appointment.appointmentId(), fact.siteId(), fact.onBehalf(),
                        fact.againstAdvice(), around.now()),
                new Standing(fact.anchor(), fact.knownAt(),
                        fact.event() == AnchorEvent.APPOINTMENT && appointment != null ? appointment.version() : 0,
                        appointment == null ? null : appointment.bookedAt(), false, null, null, null));
        client.add(enrolment);
        tell(client, enrolment, around);
        Optional<Over> over = overtaken(client, schedule, enrolment, around);
        if (over.isPresent()) {
            client.end(enrolment, over.get().reason(), around.now(), over.get().by());
        } else {
            Planning.plan(client, enrolment, schedule, around);
            if (fact.receiptHeld() != null) {
                HoldingReceipts.hold(client, enrolment, schedule, fact.receiptHeld(), around);
            }
        }
    }

    private static void tell(ClientCase client, Enrolment enrolment, Surroundings around) {
        ClientZone zone = Planning.zone(client, enrolment, around);
        client.note(enrolment.standing().knownAt(), enrolment.id(), "enrolment.started", enrolment.id().toString(),
                Map.of("schedule", enrolment.origin().scheduleId(),
                        "version", Integer.toString(enrolment.origin().scheduleVersion()),
                        "zone", zone.zone().getId(), "zoneFrom", zone.source().name()));
        if (zone.source() == ClientZone.Source.SITE_FOR_UNKNOWN_ID) {
            FollowingContacts.sayUnknown(client, enrolment, enrolment.standing().knownAt(), around);
        }
    }

    /** @param by the appointment that is the reason, so that it goes on if that was a mistake; null: none is */
    private record Over(String reason, @Nullable UUID by) {
    }

    /** Why nothing is to come of it, and ends older ones that it takes over from. */
    private static Optional<Over> overtaken(
            ClientCase client, ScheduleVersion schedule, Enrolment enrolment, Surroundings around) {
        Instant known = enrolment.standing().knownAt();
        for (StopEvent stop : StopEvent.values()) {
            if (schedule.schedule().stops().contains(stop) && client.person().stoppedAfter(stop, known)) {
                return Optional.of(new Over(reason(stop), null));
            }
        }
        Optional<Over> booked = Visits.bookedAfter(client.appointments(), known)
                .filter(visit -> schedule.schedule().stops().contains(StopEvent.BOOKED))
                .map(visit -> new Over(reason(StopEvent.BOOKED), visit.appointmentId()));
        if (booked.isPresent()) {
            return booked;
        }
        if (!schedule.schedule().anchor().event().newestCounts()) {
            return Optional.empty();
        }
        for (Enrolment other : client.active()) {
            if (other != enrolment && other.isIn(schedule)) {
                if (other.standing().knownAt().isAfter(known)) {
                    return Optional.of(new Over("superseded", null));
                }
                supersede(client, other, around);
            }
        }
        return Optional.empty();
    }

    /** Its open tasks stay: the newer fact asks for the same work, and the call-back counts both. */
    private static void supersede(ClientCase client, Enrolment older, Surroundings around) {
        client.endKeepingTasks(older, "superseded", around.now(), null);
    }

    static String reason(StopEvent stop) {
        return switch (stop) {
            case REACHED -> "reached";
            case CALL_ANSWERED -> "call-answered";
            case BOOKED -> "booked";
            case ADMITTED -> "admitted";
            case STOP_SAID -> "stop-said";
        };
    }
}
