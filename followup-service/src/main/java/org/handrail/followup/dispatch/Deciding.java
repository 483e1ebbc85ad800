package org.handrail.followup.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.Timetable;
import org.handrail.followup.time.ClientZone;
import org.handrail.followup.time.SendWindow;
import org.handrail.followup.time.StaffedHours;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;

/** The look at a step when its time has come. Pure, but for what the schedules hold. */
final class Deciding {

    /** How long a preference or contact that was given together with the fact may take to arrive. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(5);
    private static final List<String> MAY_PASS = List.of("contact-unknown", "consent-absent", "address-unconfirmed");

    private final Schedules schedules;
    private final Sites sites;
    private final SendWindow window;

    Deciding(Schedules schedules, Sites sites, SendWindow window) {
        this.schedules = schedules;
        this.sites = sites;
        this.window = window;
    }

    Optional<Step> step(DueNow due) {
        return schedules.find(due.origin().scheduleId(), due.step().scheduleVersion())
                .flatMap(version -> version.schedule().step(PlannedStep.stepKey(due.step().key())));
    }

    ZoneId zone(DueNow due) {
        return ClientZone.of(due.zone(), site(due).zone()).zone();
    }

    private Site site(DueNow due) {
        return sites.orDefault(due.origin().siteId());
    }

    Decision decide(
            DueNow due, Map<UUID, List<AppointmentChanged>> appointments, Preferences preferences, Instant now) {
        Step step = step(due).orElse(null);
        if (step == null) {
            return new Decision.Nothing("step-unknown");
        }
        Instant deadline = due.step().deadline();
        if (deadline != null && now.isAfter(deadline)) {
            return new Decision.Nothing(begun(due, now) ? "appointment-started" : "too-late");
        }
        Asking asking = new Asking(due, appointments.getOrDefault(due.clientId(), List.of()), preferences, zone(due),
                now);
        if (!step.openConditions().stream().allMatch(asking::holds)) {
            return new Decision.Nothing("condition-not-met");
        }
        return step.action() instanceof Action.Email email
                ? email(due, step, email, preferences, now)
                : work(due, (Action.Task) step.action(), due.origin().scheduleId(), now);
    }

    private Decision email(DueNow due, Step step, Action.Email email, Preferences preferences, Instant now) {
        if (begun(due, now)) {
            return new Decision.Nothing("appointment-started");
        }
        boolean patient = now.isBefore(due.origin().enrolledAt().plus(PATIENCE));
        Optional<String> obstacle = obstacle(due, email.purpose(), preferences, now);
        if (obstacle.isPresent()) {
            return patient && MAY_PASS.contains(obstacle.get())
                    ? new Decision.Later(now.plus(NEXT_LOOK), obstacle.get())
                    : instead(due, email, obstacle.get(), now);
        }
        if (email.keepsWindow() && !window.contains(now, zone(due))) {
            return later(due, email, "send-window", now, now);
        }
        return mail(due, step, email, now);
    }

    /** Why nothing can be mailed. What is not known to stand in the way is left to the notifier's last look. */
    private Optional<String> obstacle(DueNow due, Purpose purpose, Preferences preferences, Instant now) {
        DueNow.Address address = due.address();
        if (due.step().asTask()) {
            return Optional.of("send-window");
        }
        if (due.origin().onBehalf() || address.inquirer()) {
            return Optional.of("on-behalf");
        }
        if (!address.known()) {
            return Optional.of("contact-unknown");
        }
        if (!address.given()) {
            return Optional.of("no-address");
        }
        Preferences.Answer answer = preferences.answer(due.clientId(), purpose, now);
        if (answer != Preferences.Answer.IN_FORCE) {
            return Optional.of(answer == Preferences.Answer.NONE ? "consent-absent"
                    : answer == Preferences.Answer.EXPIRED ? "consent-expired" : "consent-withdrawn");
        }
        if ("SUPPRESSED".equals(address.state())) {
            return Optional.of("address-suppressed");
        }
        return "UNCONFIRMED".equals(address.state()) && purpose != Purpose.RECEIPTS
                ? Optional.of("address-unconfirmed") : Optional.empty();
    }

    private Decision mail(DueNow due, Step step, Action.Email email, Instant now) {
        DueStep at = due.step();
        boolean appointment = at.appointmentVersion() > 0;
        Instant deadline = at.deadline() == null || at.deadline().isBefore(at.at()) ? at.at() : at.deadline();
        return new Decision.Mail(
                new ReminderDue(due.clientId(), at.reminderId(), at.enrolmentId(), due.origin().scheduleId(),
                        at.scheduleVersion(), at.key(), email.purpose(), email.template(),
                        appointment ? due.origin().appointmentId() : null, at.appointmentVersion(), at.at(), deadline),
                email.purpose() != Purpose.RECEIPTS && !(step.offset() instanceof Offset.AtOnce));
    }

    /** On a day that has its email already: tomorrow if that is not too late. */
    Decision capped(DueNow due, Instant now) {
        return step(due).map(step -> (Action.Email) step.action())
                .map(email -> {
                    ZoneId zone = zone(due);
                    Instant midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
                    return later(due, email, "daily-cap", midnight, now);
                })
                .orElse(new Decision.Nothing("daily-cap"));
    }

    private Decision later(DueNow due, Action.Email email, String reason, Instant from, Instant now) {
        Optional<Instant> opening = window.opening(from, zone(due)).filter(next -> inTime(due, next));
        return opening.<Decision>map(next -> new Decision.Later(next, reason))
                .orElseGet(() -> instead(due, email, reason, now));
    }

    private static boolean inTime(DueNow due, Instant at) {
        return due.step().deadline() == null || at.isBefore(due.step().deadline());
    }

    private Decision instead(DueNow due, Action.Email email, String reason, Instant now) {
        return email.withoutConsent().<Decision>map(task -> work(due, task, reason, now))
                .orElseGet(() -> new Decision.Nothing(reason));
    }

    private Decision work(DueNow due, Action.Task task, String reason, Instant now) {
        return new Decision.Work(new NewTask("step/" + due.step().reminderId(), due.clientId(),
                due.step().enrolmentId(), due.step().key(), task.kind(), task.title(), reason, task.priority(),
                Timetable.taskDue(task, now, new StaffedHours(site(due))), task.onCall()));
    }

    private static boolean begun(DueNow due, Instant now) {
        return due.origin().event() == AnchorEvent.APPOINTMENT && !due.step().anchor().isAfter(now);
    }
}
