package org.handrail.followup.schedule.web;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A version of a schedule as a timeline that can be drawn.
 *
 * @param outcomes what follows an outcome of a call, in words
 */
public record ScheduleView(
        String id, int version, Status status, String title, AnchorEvent anchor,
        List<AppointmentKind> kinds, List<StopEvent> stops, Map<TaskOutcome, String> outcomes, List<StepView> steps) {

    /** Published: what new anchors enrol in. Retired: an earlier one, which those enrolled then may still go by. */
    public enum Status { PUBLISHED, RETIRED }

    /**
     * @param offset        in words
     * @param offsetMinutes about where on the timeline, negative before the anchor
     * @param action        {@code EMAIL} or {@code TASK}
     * @param does          a template's key, or a task's message code
     * @param instead       the message code of the task that an email becomes without consent; null: skipped
     * @param outcomes      what follows an outcome of its call, in words, where it differs from the schedule's
     */
    public record StepView(
            String key, String offset, long offsetMinutes, boolean repeats, String action, String does,
            @Nullable String purpose, @Nullable String priority, boolean onCall, @Nullable String instead,
            List<String> conditions, String late, Map<TaskOutcome, String> outcomes) {
    }

    public static ScheduleView of(ScheduleVersion version, Status status) {
        Schedule schedule = version.schedule();
        return new ScheduleView(schedule.id(), version.version(), status, schedule.title(),
                schedule.anchor().event(), schedule.anchor().kinds().stream().sorted().toList(),
                schedule.stops().stream().sorted().toList(), outcomes(schedule.outcomes()),
                schedule.steps().stream().map(ScheduleView::step).toList());
    }

    private static Map<TaskOutcome, String> outcomes(Map<TaskOutcome, NextMove> declared) {
        Map<TaskOutcome, String> words = new EnumMap<>(TaskOutcome.class);
        declared.forEach((outcome, next) -> words.put(outcome, Wording.of(next)));
        return words;
    }

    private static StepView step(Step step) {
        Action.Task task = step.action() instanceof Action.Task work ? work : null;
        Action.Email email = step.action() instanceof Action.Email mail ? mail : null;
        return new StepView(step.key(), Wording.of(step.offset()), minutes(step.offset()),
                step.offset() instanceof Offset.Daily, task == null ? "EMAIL" : "TASK",
                task == null ? Objects.requireNonNull(email).template() : task.title(),
                email == null ? null : email.purpose().name(), task == null ? null : task.priority().name(),
                task != null && task.onCall(),
                email == null ? null : email.withoutConsent().map(Action.Task::title).orElse(null),
                step.conditions().stream().map(Wording::of).toList(), Wording.of(step.late()), outcomes(step.outcomes()));
    }

    private static long minutes(Offset offset) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return elapsed.by().toMinutes();
        }
        if (offset instanceof Offset.Local local) {
            return Duration.ofDays(local.days()).toMinutes();
        }
        if (offset instanceof Offset.Staffed staffed) {
            return staffed.after().toMinutes();
        }
        if (offset instanceof Offset.Daily daily) {
            return -daily.whileWaitOver().toMinutes();
        }
        return offset instanceof Offset.AnotherTimeOfDay another ? Duration.ofDays(another.days()).toMinutes() : 0;
    }
}
