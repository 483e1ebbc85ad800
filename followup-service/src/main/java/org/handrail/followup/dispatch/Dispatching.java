package org.handrail.followup.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.dispatch.Decision.Mail;
import org.handrail.followup.dispatch.DueSteps.MailDay;
import org.handrail.followup.queue.Tasks;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.time.SendWindow;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Outbox;
import org.handrail.platform.site.Sites;

/** Releases due steps, a batch in the caller's transaction. Thread-safe; several instances work side by side. */
public final class Dispatching {

    private static final Comparator<DueNow> REMINDERS_FIRST = Comparator
            .comparing((DueNow due) -> due.step().appointmentVersion() == 0)
            .thenComparing(due -> due.step().anchor())
            .thenComparing(due -> due.step().at())
            // any order would do from here on, but always the same
            .thenComparing(due -> due.step().key())
            .thenComparing(due -> due.step().reminderId());

    private final DueSteps steps;
    private final Deciding deciding;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Released released;
    private final Clock clock;

    public Dispatching(
            DueSteps steps, Schedules schedules, Sites sites, Outbox outbox, Tasks tasks, Timeline timeline,
            Released released, Clock clock) {
        this.steps = steps;
        this.deciding = new Deciding(schedules, sites, SendWindow.DEFAULT);
        this.outbox = outbox;
        this.tasks = tasks;
        this.timeline = timeline;
        this.released = released;
        this.clock = clock;
    }

    /** @return how many steps were looked at; none: nothing is due */
    public int releaseBatch(int most) {
        Instant now = clock.instant();
        List<DueNow> due = steps.claim(now, most);
        if (!due.isEmpty()) {
            settle(decide(due, now), now);
        }
        return due.size();
    }

    private Map<DueNow, Decision> decide(List<DueNow> due, Instant now) {
        Preferences preferences = steps.preferences(clients(due, each -> each.step().email() || asks(each)));
        Map<UUID, List<AppointmentChanged>> appointments = steps.appointments(clients(due, this::asks));
        Map<DueNow, Decision> decisions = new LinkedHashMap<>();
        due.forEach(each -> decisions.put(each, deciding.decide(each, appointments, preferences, now)));
        cap(decisions, now);
        return decisions;
    }

    private boolean asks(DueNow due) {
        return !deciding.step(due).map(Step::openConditions).orElse(List.of()).isEmpty();
    }

    private static Set<UUID> clients(List<DueNow> due, Predicate<DueNow> which) {
        return due.stream().filter(which).map(DueNow::clientId).collect(Collectors.toSet());
    }

    /** One automated email a person a day, reminders of appointments first. */
    private void cap(Map<DueNow, Decision> decisions, Instant now) {
        List<DueNow> counted = decisions.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Mail mail && mail.counted())
                .map(Map.Entry::getKey).sorted(REMINDERS_FIRST).toList();
        Map<UUID, Instant> reminders = steps.nextReminders(counted.stream()
                .filter(each -> ((Mail) decisions.get(each)).reminder().purpose() != Purpose.APPOINTMENT_REMINDERS)
                .map(DueNow::clientId).collect(Collectors.toSet()));
        Map<MailDay, DueNow> candidates = new LinkedHashMap<>();
        counted.stream()
                .filter(each -> !yields(each, reminders, now))
                .forEach(each -> candidates.putIfAbsent(new MailDay(each.clientId(), today(each, now)), each));
        Set<MailDay> first = steps.firstOfTheirDay(candidates.keySet());
        Set<DueNow> going = new HashSet<>();
        candidates.forEach((day, each) -> {
            if (first.contains(day)) {
                going.add(each);
            }
        });
        counted.stream().filter(each -> !going.contains(each))
                .forEach(each -> decisions.put(each, deciding.capped(each, now)));
    }

    /** A reminder that comes due later the same day goes instead. */
    private boolean yields(DueNow due, Map<UUID, Instant> reminders, Instant now) {
        Instant reminder = due.step().appointmentVersion() > 0 ? null : reminders.get(due.clientId());
        return reminder != null && !reminder.atZone(deciding.zone(due)).toLocalDate().isAfter(today(due, now));
    }

    private LocalDate today(DueNow due, Instant now) {
        return now.atZone(deciding.zone(due)).toLocalDate();
    }

    private void settle(Map<DueNow, Decision> decisions, Instant now) {
        Settling settling = new Settling(now);
        decisions.forEach(settling::add);
        steps.settle(settling.steps());
        tasks.raiseAll(settling.tasks(), now);
        timeline.record(settling.entries());
        outbox.publishAll(settling.reminders(), now);
        decisions.forEach((due, decision) -> released.released(due, decision, now));
    }
}
