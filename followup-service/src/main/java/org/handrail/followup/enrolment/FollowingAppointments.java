package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.followup.enrolment.Enrolling.Fact;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.StopEvent;
import org.jspecify.annotations.Nullable;

/** Keeps to the highest version of an appointment, in whatever order its versions arrive. */
public final class FollowingAppointments {

    private FollowingAppointments() {
    }

    public static void follow(ClientCase client, AppointmentChanged now, Surroundings around) {
        AppointmentChanged before = client.appointment(now.appointmentId()).orElse(null);
        if (before != null && before.version() >= now.version()) {
            return;
        }
        client.appointment(now);
        tell(client, now);
        switch (now.status()) {
            case BOOKED -> booked(client, before, now, around);
            case ARRIVED -> endAll(client, now, "arrived");
            case NO_SHOW -> turn(client, now, "no-show", AnchorEvent.NO_SHOW, around);
            case CANCELLED -> turn(client, now, "appointment-cancelled", AnchorEvent.CANCELLATION, around);
            case ENTERED_IN_ERROR -> enteredInError(client, now, around);
        }
    }

    private static void tell(ClientCase client, AppointmentChanged now) {
        Map<String, String> details = new HashMap<>(Map.of("kind", now.kind().name(),
                "startsAt", now.startsAt().toString(), "startsAtLocal", now.startsAtLocal().toString(),
                "zone", now.zone(), "site", now.siteId(), "version", Integer.toString(now.version())));
        if (now.cancelledBy() != null) {
            details.put("cancelledBy", now.cancelledBy().name());
        }
        client.note(now.occurredAt(), "appointment." + now.change().name().toLowerCase(Locale.ROOT)
                .replace('_', '-'), now.appointmentId() + "/" + now.version(), details);
    }

    private static void booked(
            ClientCase client, @Nullable AppointmentChanged before, AppointmentChanged now, Surroundings around) {
        client.activeFor(now.appointmentId()).stream()
                .filter(each -> each.origin().event() != AnchorEvent.APPOINTMENT)
                .toList()
                .forEach(each -> client.end(each, "appointment-on-again", now.occurredAt(), null));
        boolean news = before == null || before.status() != AppointmentStatus.BOOKED
                || now.change() == Change.REBOOKED;
        if (news && now.startsAt().isAfter(now.occurredAt())) {
            // when a later version overtakes the booking itself, the booking was still made when it was made
            Instant at = now.change() == Change.MOVED ? now.bookedAt() : now.occurredAt();
            client.heed(StopEvent.BOOKED, at, "booked", now.appointmentId(), around);
        }
        List<Enrolment> reminding = client.activeFor(now.appointmentId());
        List<ScheduleVersion> meant = around.anchoredBy(AnchorEvent.APPOINTMENT, now.kind());
        reminding.stream()
                .filter(each -> around.scheduleOf(each).filter(schedule ->
                        schedule.schedule().anchor().matches(AnchorEvent.APPOINTMENT, now.kind())).isEmpty())
                .forEach(each -> client.end(each, "appointment-kind-changed", now.occurredAt(), null));
        client.activeFor(now.appointmentId()).forEach(each -> move(client, each, now, around));
        if (now.startsAt().isAfter(around.now()) && client.person().deceasedAt() == null) {
            meant.stream()
                    .filter(schedule -> client.activeFor(now.appointmentId()).stream()
                            .noneMatch(each -> each.isIn(schedule)))
                    .forEach(schedule -> Enrolling.enrol(client, schedule, reminders(now, before), around));
        }
    }

    private static Fact reminders(AppointmentChanged now, @Nullable AppointmentChanged before) {
        return new Fact(AnchorEvent.APPOINTMENT, now.appointmentId(), now.version(), now.startsAt(),
                now.occurredAt(), now, now.siteId(), false, false);
    }

    private static void move(ClientCase client, Enrolment enrolment, AppointmentChanged now, Surroundings around) {
        boolean moved = !enrolment.anchor().equals(now.startsAt());
        enrolment.stands(new Enrolment.Standing(now.startsAt(), now.occurredAt(), now.version(), now.bookedAt(),
                enrolment.standing().changed() || moved, enrolment.standing().lastTry(),
                enrolment.standing().nextTry(), enrolment.standing().callsStopped()));
        if (moved) {
            client.note(now.occurredAt(), enrolment.id(), "enrolment.moved", enrolment.id() + "/" + now.version(),
                    Map.of("schedule", enrolment.origin().scheduleId()));
        }
        around.scheduleOf(enrolment).ifPresent(schedule -> Planning.plan(client, enrolment, schedule, around));
    }

    private static void endAll(ClientCase client, AppointmentChanged now, String reason) {
        client.activeFor(now.appointmentId()).forEach(each -> client.end(each, reason, now.occurredAt(), null));
    }

    /** What went before is over, and the turn that things took has a schedule of its own. */
    private static void turn(
            ClientCase client, AppointmentChanged now, String reason, AnchorEvent event, Surroundings around) {
        endAll(client, now, reason);
        Enrolling.enrol(client, new Fact(event, now.appointmentId(), now.version(), now.occurredAt(),
                now.occurredAt(), now, now.siteId(), false, false), around);
    }

    /** Silence; but whoever was taken for booked because of it is not, and must not be forgotten. */
    private static void enteredInError(ClientCase client, AppointmentChanged now, Surroundings around) {
        endAll(client, now, "entered-in-error");
        UUID mistaken = now.appointmentId();
        client.enrolments().stream()
                .filter(each -> each.end() != null && mistaken.equals(each.end().by()))
                .toList()
                .forEach(each -> resume(client, each, around));
    }

    /** Once: what went on after it and was ended in its turn goes on from there. */
    private static void resume(ClientCase client, Enrolment ended, Surroundings around) {
        Enrolment.Origin origin = ended.origin();
        AppointmentChanged about = origin.appointmentId() == null ? null
                : client.appointment(origin.appointmentId()).orElse(null);
        Fact again = new Fact(origin.event(), origin.anchorId(), 0, ended.anchor(), ended.standing().knownAt(), about,
                origin.siteId(), origin.onBehalf(), origin.againstAdvice());
        UUID id = origin.idOfResumed();
        boolean already = client.enrolment(id).isPresent();
        around.scheduleOf(ended).filter(schedule -> !already).ifPresent(schedule -> {
            Enrolling.enrol(client, schedule, again, id, around);
            client.enrolment(id).ifPresent(resumed -> {
                resumed.eachPending(step -> mailed(ended, step) ? step.ended(StepState.SKIPPED, "already-told") : step);
                String callsStopped = ended.standing().callsStopped();
                if (callsStopped != null) {
                    HeedingOutcomes.stopCalling(resumed, callsStopped, around);
                }
            });
        });
    }

    private static boolean mailed(Enrolment ended, DueStep step) {
        return step.email() && ended.steps().stream().filter(done -> done.key().equals(step.key()))
                .anyMatch(done -> done.state() == StepState.DONE || "already-told".equals(done.reason()));
    }
}
