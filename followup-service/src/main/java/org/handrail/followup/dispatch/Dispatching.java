package org.handrail.followup.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
import org.handrail.followup.dispatch.Decision.Mail;
import org.handrail.followup.dispatch.DueSteps.MailDay;
import org.handrail.followup.queue.Tasks;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.time.SendWindow;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Outbox;
import org.handrail.platform.site.Sites;

/** Releases due steps, a batch in the caller's transaction. Thread-safe; several instances work side by side. */
public final class Dispatching {

    private static final Comparator<Verdict> REMINDERS_FIRST = Comparator
            .comparing((Verdict verdict) -> !verdict.looked().isReminder())
            .thenComparing(verdict -> verdict.due().step().anchor())
            .thenComparing(verdict -> verdict.due().step().at())
            // any order would do from here on, but always the same
            .thenComparing(verdict -> verdict.due().step().key())
            .thenComparing(verdict -> verdict.due().step().enrolmentId())
            .thenComparing(verdict -> verdict.due().step().appointmentVersion());

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

    private List<Verdict> decide(List<DueNow> due, Instant now) {
        List<Looked> looked = due.stream().map(deciding::look).toList();
        Set<UUID> asked = clients(looked, each -> !each.openConditions().isEmpty());
        Answers answers = new Answers(steps.appointments(asked), steps.lastReached(asked));
        List<Verdict> verdicts = looked.stream()
                .map(each -> new Verdict(each, deciding.decide(each, answers, now))).toList();
        cap(verdicts, now);
        return verdicts;
    }

    private static Set<UUID> clients(Collection<Looked> looked, Predicate<Looked> which) {
        return looked.stream().filter(which).map(Looked::clientId).collect(Collectors.toSet());
    }

    /** One automated email a person a day, reminders of appointments first. */
    private void cap(List<Verdict> verdicts, Instant now) {
        List<Verdict> counted = verdicts.stream().filter(Verdict::isCountedMail).sorted(REMINDERS_FIRST).toList();
        Map<UUID, Instant> reminders = steps.nextReminders(counted.stream()
                .filter(each -> ((Mail) each.decision()).reminder().purpose() != Purpose.APPOINTMENT_REMINDERS)
                .map(each -> each.looked().clientId()).collect(Collectors.toSet()));
        Map<MailDay, Verdict> candidates = new LinkedHashMap<>();
        counted.stream().filter(each -> !yields(each.looked(), reminders, now)).forEach(each ->
                candidates.putIfAbsent(new MailDay(each.looked().clientId(), each.looked().dayOf(now)), each));
        Set<MailDay> first = steps.firstOfTheirDay(candidates.keySet());
        Set<Verdict> going = new HashSet<>();
        candidates.forEach((day, each) -> {
            if (first.contains(day)) {
                going.add(each);
            }
        });
        counted.stream().filter(each -> !going.contains(each))
                .forEach(each -> each.change(deciding.capped(each.looked(), now)));
    }

    /** A reminder that comes due later the same day goes instead. */
    private static boolean yields(Looked looked, Map<UUID, Instant> reminders, Instant now) {
        Instant reminder = looked.isReminder() ? null : reminders.get(looked.clientId());
        return reminder != null && !looked.dayOf(reminder).isAfter(looked.dayOf(now));
    }

    private void settle(List<Verdict> verdicts, Instant now) {
        Settling settling = new Settling(now);
        verdicts.forEach(verdict -> settling.add(verdict.due(), verdict.decision()));
        steps.settle(settling.steps());
        tasks.raiseAll(settling.tasks(), now);
        timeline.record(settling.entries());
        outbox.publishAll(settling.reminders(), now);
        verdicts.forEach(verdict -> released.released(verdict.due(), verdict.decision(), now));
    }
}
