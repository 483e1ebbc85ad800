package org.handrail.followup.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.dispatch.Decision.Later;
import org.handrail.followup.dispatch.Decision.Mail;
import org.handrail.followup.dispatch.Decision.Nothing;
import org.handrail.followup.dispatch.Decision.Work;
import org.handrail.followup.dispatch.DueSteps.Settled;
import org.handrail.followup.enrolment.Changes;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.timeline.TimelineEntry;

/** Collects what a batch's decisions come to, so that each kind is stored in one go. */
final class Settling {

    private final Instant now;
    private final List<Settled> steps = new ArrayList<>();
    private final List<ReminderDue> reminders = new ArrayList<>();
    private final List<NewTask> tasks = new ArrayList<>();
    private final List<TimelineEntry> entries = new ArrayList<>();

    Settling(Instant now) {
        this.now = now;
    }

    /** What was mailed stands on the timeline by its step. */
    void add(DueNow due, Decision decision) {
        if (decision instanceof Mail mail) {
            settle(due, due.step().released("mailed", now));
            reminders.add(mail.reminder());
        } else if (decision instanceof Work work) {
            settle(due, due.step().released("raised", now));
            tasks.add(work.task());
            tell(due, "step.raised", Map.of("title", work.task().title(), "reason", work.task().reason()));
        } else if (decision instanceof Nothing nothing) {
            settle(due, due.step().ended(StepState.SKIPPED, nothing.reason()));
            tell(due, "step.skipped", Map.of("reason", nothing.reason()));
        } else if (decision instanceof Later later) {
            settle(due, due.step().putOff(later.at()));
        }
    }

    private void settle(DueNow due, DueStep step) {
        steps.add(new Settled(due, step));
    }

    private void tell(DueNow due, String code, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("schedule", due.origin().scheduleId());
        details.put("step", due.step().key());
        entries.add(Changes.entry(due.clientId(), now, due.step().enrolmentId(), code,
                due.step().reminderId().toString(), details));
    }

    List<Settled> steps() {
        return steps;
    }

    List<ReminderDue> reminders() {
        return reminders;
    }

    List<NewTask> tasks() {
        return tasks;
    }

    List<TimelineEntry> entries() {
        return entries;
    }
}
