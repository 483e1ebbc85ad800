package org.handrail.followup.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.handrail.followup.time.PartOfDay;
import org.handrail.followup.time.StaffedHours;
import org.handrail.followup.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Works out when each step of a schedule is due. Pure: the same schedule and moment give the same times. */
public final class Timetable {

    /** Of a step that repeats; the last ones before the start count. */
    static final int MOST_OCCURRENCES = 60;

    private static final int DAYS_TO_SEARCH = 370;
    private static final Comparator<PlannedStep> BY_TIME = Comparator.comparing(PlannedStep::at);

    private final Moment moment;
    private final boolean beforeStart;
    private final StaffedHours staffed;
    private final FixedConditions conditions;
    private @Nullable PartOfDay planned;

    private Timetable(Schedule schedule, Moment moment) {
        this.moment = moment;
        this.beforeStart = schedule.anchor().event() == AnchorEvent.APPOINTMENT;
        this.staffed = new StaffedHours(moment.site());
        this.conditions = new FixedConditions(moment);
    }

    /** In order of time. */
    public static List<PlannedStep> plan(Schedule schedule, Moment moment) {
        return plan(schedule, moment, step -> true);
    }

    /** Only some of the steps, in order of time. Steps whose times hang together are asked for together. */
    public static List<PlannedStep> plan(Schedule schedule, Moment moment, Predicate<Step> which) {
        Timetable timetable = new Timetable(schedule, moment);
        List<PlannedStep> plan = new ArrayList<>();
        // a call that an outcome moved may move others
        boolean steered = moment.nextTry() != null;
        for (Step step : schedule.steps()) {
            if (steered || which.test(step)) {
                plan.addAll(timetable.plan(step));
            }
        }
        List<PlannedStep> asked = new ArrayList<>(new Ladder(moment, timetable.staffed, timetable.beforeStart)
                .replanned(schedule, plan, timetable::task));
        asked.removeIf(planned -> !which.test(planned.step()));
        asked.sort(BY_TIME);
        return asked;
    }

    private List<PlannedStep> plan(Step step) {
        if (step.offset() instanceof Offset.Daily daily) {
            return daily(step, daily);
        }
        LocalDateTime wall = wall(step.offset());
        Instant due = due(step.offset(), wall);
        return List.of(step.isEmail() ? email(step, wall, due) : task(step, step.key(), wall, due));
    }

    private LocalDateTime wall(Offset offset) {
        if (offset instanceof Offset.Local local) {
            return local(moment.anchor()).toLocalDate().plusDays(local.days()).atTime(local.at());
        }
        if (offset instanceof Offset.Elapsed elapsed) {
            return local(moment.anchor().plus(elapsed.by()));
        }
        if (offset instanceof Offset.Staffed after) {
            return local(staffed.plus(moment.anchor(), after.after()));
        }
        return offset instanceof Offset.AnotherTimeOfDay another ? anotherTimeOfDay(another) : local(moment.knownAt());
    }

    private Instant due(Offset offset, LocalDateTime wall) {
        if (offset instanceof Offset.AtOnce) {
            return moment.knownAt();
        }
        if (offset instanceof Offset.Elapsed elapsed) {
            return moment.anchor().plus(elapsed.by());
        }
        return offset instanceof Offset.Staffed after ? staffed.plus(moment.anchor(), after.after())
                : WallClock.instantOf(wall, moment.zone());
    }

    private LocalDateTime local(Instant instant) {
        return WallClock.at(instant, moment.zone());
    }

    private LocalDateTime anotherTimeOfDay(Offset.AnotherTimeOfDay offset) {
        Instant first = staffed.next(moment.anchor());
        PartOfDay tried = moment.lastTry() != null ? PartOfDay.of(local(moment.lastTry()).toLocalTime())
                : planned != null ? planned : PartOfDay.of(local(first).toLocalTime());
        planned = tried.other();
        LocalDate earliest = local(first).toLocalDate().plusDays(offset.days());
        return Stream.iterate(earliest, date -> date.plusDays(1)).limit(DAYS_TO_SEARCH)
                .map(date -> date.atTime(tried.other().tryAt()))
                .filter(wall -> isWeekday(wall) && staffed.contains(WallClock.instantOf(wall, moment.zone())))
                .findFirst()
                .orElseGet(() -> earliest.atTime(tried.other().tryAt()));
    }

    private static boolean isWeekday(LocalDateTime wall) {
        return wall.getDayOfWeek() != DayOfWeek.SATURDAY && wall.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private List<PlannedStep> daily(Step step, Offset.Daily daily) {
        Instant from = moment.bookedAt() == null ? moment.knownAt() : moment.bookedAt();
        LocalDate last = local(moment.anchor().minus(daily.whileWaitOver())).toLocalDate();
        LocalDate first = local(from).toLocalDate().plusDays(1);
        LocalDate earliest = last.minusDays(MOST_OCCURRENCES);
        Instant end = moment.anchor().minus(daily.whileWaitOver());
        return (first.isBefore(earliest) ? earliest : first).datesUntil(last.isBefore(first) ? first : last.plusDays(1))
                .map(date -> date.atTime(daily.at()))
                .filter(wall -> WallClock.instantOf(wall, moment.zone()).isBefore(end))
                .map(wall -> task(step, step.key() + "/" + wall.toLocalDate(), wall))
                .filter(planned -> local(planned.at()).toLocalDate().equals(planned.wall().toLocalDate()))
                .filter(planned -> planned.at().isBefore(end)).toList();
    }

    private PlannedStep task(Step step, String key, LocalDateTime wall) {
        return task(step, key, wall, WallClock.instantOf(wall, moment.zone()));
    }

    private PlannedStep task(Step step, String key, LocalDateTime wall, Instant due) {
        Instant at = ((Action.Task) step.action()).onCall() || step.offset() instanceof Offset.AtOnce
                ? due : withinHours(due);
        return new PlannedStep(step, key, wall, at, deadline(step, at), fate(step, PlannedStep.Fate.AHEAD));
    }

    /** The next staffed moment; before an appointment on the same day only, else a staffed hour before. */
    private Instant withinHours(Instant due) {
        Instant next = staffed.next(due);
        boolean ahead = beforeStart && due.isBefore(moment.anchor());
        if (next.equals(due) || !ahead || local(next).toLocalDate().equals(local(due).toLocalDate())
                && next.isBefore(moment.anchor())) {
            return next;
        }
        return staffed.lastHourBefore(due).filter(hour -> !hour.isBefore(moment.knownAt()))
                .orElse(next.isBefore(moment.anchor()) ? next : due);
    }

    private PlannedStep email(Step step, LocalDateTime wall, Instant due) {
        Instant start = beforeStart ? moment.anchor() : null;
        Optional<Instant> fitted = ((Action.Email) step.action()).keepsWindow()
                ? moment.window().fit(due, moment.knownAt(), start, moment.zone()) : Optional.of(due);
        Instant at = fitted.orElse(due);
        Instant reach = deadline(step, at);
        return new PlannedStep(step, step.key(), wall, at, reach == null || reach.isBefore(at) ? at : reach,
                fate(step, fitted.isPresent() ? PlannedStep.Fate.AHEAD : PlannedStep.Fate.AHEAD_AS_TASK));
    }

    private PlannedStep.Fate fate(Step step, PlannedStep.Fate otherwise) {
        return conditions.ruleOut(step) ? PlannedStep.Fate.NOT_MEANT : otherwise;
    }

    /** What its late policy leaves, but never the start of the appointment that it comes before. */
    private @Nullable Instant deadline(Step step, Instant at) {
        Instant late = lateAfter(step.late(), at);
        boolean before = beforeStart && at.isBefore(moment.anchor());
        return before && (late == null || late.isAfter(moment.anchor())) ? moment.anchor() : late;
    }

    private static @Nullable Instant lateAfter(LatePolicy late, Instant at) {
        if (late instanceof LatePolicy.SendWithin within) {
            return at.plus(within.grace());
        }
        return late instanceof LatePolicy.Skip ? at.plus(LatePolicy.TOLERANCE) : null;
    }

    /** How long a task of this step may take once it is raised. */
    public static Instant taskDue(Action.Task task, Instant raised, StaffedHours staffed) {
        Duration due = task.due();
        return task.onCall() ? raised.plus(due) : staffed.plus(raised, due);
    }
}
