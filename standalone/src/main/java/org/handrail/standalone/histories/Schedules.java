package org.handrail.standalone.histories;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Anchor;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;

/** The schedules of histories: like those that come with Handrail, with times that a model can say simply. */
final class Schedules {

    private static final Set<StopEvent> MET =
            EnumSet.of(StopEvent.REACHED, StopEvent.BOOKED, StopEvent.ADMITTED);
    private static final Action.Task CALL =
            new Action.Task(TaskKind.CALL, "task.call", Priority.NORMAL, Duration.ofHours(2), true);
    private static final Action.Task CALL_BACK =
            new Action.Task(TaskKind.CALL_BACK, "task.call-back", Priority.HIGH, Duration.ofMinutes(15), true);

    private Schedules() {
    }

    static List<ScheduleVersion> first() {
        return List.of(visit(), inquiry(), missed(), noShow(), cancelled()).stream()
                .map(schedule -> new ScheduleVersion(schedule, 1)).toList();
    }

    private static Schedule visit() {
        return new Schedule("visit", "Visit", aboutVisits(AnchorEvent.APPOINTMENT), Set.of(), List.of(
                when(mail("confirm", new Offset.AtOnce(), reminder("appointment-confirmation", false), 24),
                        new Condition.BookedMoreThan(Duration.ofHours(24))),
                when(mail("week", local(-7, 9), reminder("appointment-reminder", false), 24),
                        new Condition.BookedMoreThan(Duration.ofDays(14))),
                mail("three", local(-3, 9), reminder("appointment-reminder", true), 12),
                mail("eve", local(-1, 9), reminder("appointment-reminder", true), 12),
                call("prepare", hours(-3)),
                when(new Step("arrived", hours(1), CALL, List.of(), new LatePolicy.SendWithin(Duration.ofHours(2))),
                        new Condition.NotArrived())));
    }

    private static Schedule inquiry() {
        return new Schedule("inquiry", "Inquiry", new Anchor(AnchorEvent.INQUIRY, Set.of()), MET, List.of(
                new Step("call", new Offset.AtOnce(), CALL_BACK, List.of(), new LatePolicy.Always()),
                mail("receipt", new Offset.AtOnce(),
                        new Action.Email("inquiry-receipt", Purpose.RECEIPTS, Optional.empty()), 14),
                mail("check-in", local(1, 10), offer("inquiry-check-in", true), 24),
                mail("still-here", local(3, 10), offer("inquiry-still-here", false), 6),
                mail("closing", hours(6 * 24), offer("inquiry-closing", true), 48)));
    }

    private static Schedule missed() {
        Set<StopEvent> stops = EnumSet.copyOf(MET);
        stops.add(StopEvent.CALL_ANSWERED);
        stops.add(StopEvent.STOP_SAID);
        return new Schedule("missed", "Missed call", new Anchor(AnchorEvent.MISSED_CALL, Set.of()), stops, List.of(
                call("soon", hours(2)), call("next-day", hours(24)),
                mail("last", hours(72), offer("follow-up-check-in", true), 24)));
    }

    private static Schedule noShow() {
        return new Schedule("no-show", "No-show", aboutVisits(AnchorEvent.NO_SHOW), MET, List.of(
                call("welfare", new Offset.Elapsed(Duration.ofMinutes(30))),
                mail("new-times", hours(2), offer("appointment-new-times", true), 24), call("day", hours(24))));
    }

    private static Schedule cancelled() {
        return new Schedule("cancelled", "Cancelled", aboutVisits(AnchorEvent.CANCELLATION), MET, List.of(
                call("hour", hours(1)),
                when(mail("rebook", local(1, 10), offer("appointment-rebook", false), 24), new Condition.Unbooked())));
    }

    private static Anchor aboutVisits(AnchorEvent event) {
        return new Anchor(event, EnumSet.allOf(AppointmentKind.class));
    }

    private static Step mail(String key, Offset offset, Action.Email email, int graceHours) {
        return new Step(key, offset, email, List.of(), new LatePolicy.SendWithin(Duration.ofHours(graceHours)));
    }

    private static Step call(String key, Offset offset) {
        return new Step(key, offset, CALL, List.of(), new LatePolicy.Always());
    }

    private static Step when(Step step, Condition condition) {
        return new Step(step.key(), step.offset(), step.action(), List.of(condition), step.late());
    }

    static Action.Email reminder(String template, boolean orCall) {
        return new Action.Email(template, Purpose.APPOINTMENT_REMINDERS, orCall ? Optional.of(CALL) : Optional.empty());
    }

    static Action.Email offer(String template, boolean orCall) {
        return new Action.Email(template, Purpose.FOLLOW_UP, orCall ? Optional.of(CALL) : Optional.empty());
    }

    static Offset local(int days, int hour) {
        return new Offset.Local(days, LocalTime.of(hour, 0));
    }

    static Offset hours(int hours) {
        return new Offset.Elapsed(Duration.ofHours(hours));
    }
}
