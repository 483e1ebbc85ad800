package org.handrail.followup.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.contract.Purpose;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
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

    Looked look(DueNow due) {
        Site site = sites.orDefault(due.origin().siteId());
        Step step = schedules.find(due.origin().scheduleId(), due.step().scheduleVersion())
                .flatMap(version -> version.schedule().step(PlannedStep.stepKey(due.step().key()))).orElse(null);
        return new Looked(due, step, site, ClientZone.of(due.zone(), site.zone()).zone());
    }

    Decision decide(Looked looked, Answers answers, Instant now) {
        DueNow due = looked.due();
        Step step = looked.step();
        if (step == null) {
            return new Decision.Nothing("step-unknown");
        }
        Instant deadline = due.step().deadline();
        if (deadline != null && now.isAfter(deadline)) {
            return new Decision.Nothing(begun(due, now) ? "appointment-started" : "too-late");
        }
        if (!allHold(looked, answers, now)) {
            return new Decision.Nothing("condition-not-met");
        }
        return step.action() instanceof Action.Email email
                ? email(looked, step, email, now)
                : work(looked, (Action.Task) step.action(), due.origin().scheduleId(), now);
    }

    private static boolean allHold(Looked looked, Answers answers, Instant now) {
        List<Condition> open = looked.openConditions();
        if (open.isEmpty()) {
            return true;
        }
        Asking asking = new Asking(looked.due(), answers, looked.zone(), now);
        return open.stream().allMatch(asking::holds);
    }

    private Decision email(Looked looked, Step step, Action.Email email, Instant now) {
        DueNow due = looked.due();
        if (begun(due, now)) {
            return new Decision.Nothing("appointment-started");
        }
        boolean patient = now.isBefore(due.origin().enrolledAt().plus(PATIENCE));
        Optional<String> obstacle = obstacle(due, email.purpose(), now);
        if (obstacle.isPresent()) {
            return patient && MAY_PASS.contains(obstacle.get())
                    ? new Decision.Later(now.plus(NEXT_LOOK), obstacle.get())
                    : instead(looked, email, obstacle.get(), now);
        }
        if (email.keepsWindow() && !window.contains(now, looked.zone())) {
            return later(looked, email, "send-window", now, now);
        }
        return mail(due, step, email);
    }

    /** Why nothing can be mailed. What is not known to stand in the way is left to the notifier's last look. */
    private Optional<String> obstacle(DueNow due, Purpose purpose, Instant now) {
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
        Preferences.Answer answer = due.preferences().answer(purpose, now);
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

    private static Decision mail(DueNow due, Step step, Action.Email email) {
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
    Decision capped(Looked looked, Instant now) {
        if (looked.step() == null || !(looked.step().action() instanceof Action.Email email)) {
            return new Decision.Nothing("daily-cap");
        }
        Instant midnight = looked.dayOf(now).plusDays(1).atStartOfDay(looked.zone()).toInstant();
        return later(looked, email, "daily-cap", midnight, now);
    }

    private Decision later(Looked looked, Action.Email email, String reason, Instant from, Instant now) {
        Optional<Instant> opening = window.opening(from, looked.zone()).filter(next -> inTime(looked.due(), next));
        return opening.<Decision>map(next -> new Decision.Later(next, reason))
                .orElseGet(() -> instead(looked, email, reason, now));
    }

    private static boolean inTime(DueNow due, Instant at) {
        return due.step().deadline() == null || at.isBefore(due.step().deadline());
    }

    private static Decision instead(Looked looked, Action.Email email, String reason, Instant now) {
        return email.withoutConsent().<Decision>map(task -> work(looked, task, reason, now))
                .orElseGet(() -> new Decision.Nothing(reason));
    }

    private static Decision work(Looked looked, Action.Task task, String reason, Instant now) {
        DueStep step = looked.due().step();
        return new Decision.Work(new NewTask("step/" + step.reminderId(), looked.clientId(), step.enrolmentId(),
                step.key(), task.kind(), task.title(), reason, task.priority(),
                Timetable.taskDue(task, now, new StaffedHours(looked.site())), task.onCall()));
    }

    private static boolean begun(DueNow due, Instant now) {
        return due.origin().event() == AnchorEvent.APPOINTMENT && !due.step().anchor().isAfter(now);
    }
}
