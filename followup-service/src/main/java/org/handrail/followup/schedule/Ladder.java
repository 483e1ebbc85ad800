package org.handrail.followup.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.time.PartOfDay;
import org.handrail.followup.time.StaffedHours;
import org.handrail.followup.time.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a schedule that an outcome may move: those in staffed hours that don't repeat. Calls on call have
 * their time for clinical reasons and keep it.
 */
public final class Ladder {

    /** A long weekend; after it any staffed moment will do. */
    private static final int DAYS_TO_SEARCH = 5;

    private final Moment moment;
    private final StaffedHours staffed;
    private final boolean beforeStart;

    Ladder(Moment moment, StaffedHours staffed, boolean beforeStart) {
        this.moment = moment;
        this.staffed = staffed;
        this.beforeStart = beforeStart;
    }

    public static boolean holds(Step step) {
        return step.action() instanceof Action.Task task && !task.onCall() && isCall(task)
                && !(step.offset() instanceof Offset.Daily);
    }

    public static boolean isCall(Action.Task task) {
        return task.kind() == TaskKind.CALL || task.kind() == TaskKind.CALL_BACK;
    }

    /** Replans the call that is to be tried at another time, and those after it that would come too soon. */
    List<PlannedStep> replanned(Schedule schedule, List<PlannedStep> plan, Timed timed) {
        NextTry next = moment.nextTry();
        Instant tried = moment.lastTry();
        if (next == null || tried == null) {
            return plan;
        }
        List<PlannedStep> calls = plan.stream()
                .filter(planned -> holds(planned.step()) && planned.fate() != PlannedStep.Fate.NOT_MEANT)
                .sorted(Comparator.comparing(PlannedStep::at)).toList();
        LocalDateTime wall = wall(tried, next);
        int index = IntStream.range(0, calls.size()).filter(i -> calls.get(i).key().equals(next.step()))
                .findFirst().orElse(-1);
        if (index >= 0) {
            return moved(plan, calls.subList(index, calls.size()), wall, timed);
        }
        Optional<PlannedStep> more = !NextTry.isOnceMore(next.step()) ? Optional.empty()
                : schedule.step(PlannedStep.stepKey(next.step())).filter(Ladder::holds)
                        .map(step -> timed.at(step, next.step(), wall));
        return Stream.concat(plan.stream(), more.filter(this::inTime).stream()).toList();
    }

    /** Works out the rest of a planned task from its wall time. */
    @FunctionalInterface
    interface Timed {
        PlannedStep at(Step step, String key, LocalDateTime wall);
    }

    /**
     * No two calls on one day: each that would come too soon after the one before is made the day after it. When an
     * appointment's start leaves no room for that, all keep their own times.
     */
    private List<PlannedStep> moved(
            List<PlannedStep> plan, List<PlannedStep> calls, LocalDateTime first, Timed timed) {
        List<PlannedStep> result = new ArrayList<>(plan);
        LocalDateTime wall = first;
        for (PlannedStep call : calls) {
            PlannedStep moved = timed.at(call.step(), call.key(), wall);
            if (!inTime(moved)) {
                return plan;
            }
            result.set(plan.indexOf(call), moved);
            LocalDateTime made = local(moved.at());
            int following = calls.indexOf(call) + 1;
            if (following == calls.size()
                    || local(calls.get(following).at()).toLocalDate().isAfter(made.toLocalDate())) {
                return result;
            }
            wall = staffedWall(made.toLocalDate().plusDays(1), PartOfDay.of(made.toLocalTime()).other(), moved.at());
        }
        return result;
    }

    private boolean inTime(PlannedStep planned) {
        return !beforeStart || planned.at().isBefore(moment.anchor());
    }

    private LocalDateTime wall(Instant tried, NextTry next) {
        LocalDateTime then = local(tried);
        @Nullable PartOfDay declared = next.part();
        PartOfDay part = declared == null ? PartOfDay.of(then.toLocalTime()).other() : declared;
        return staffedWall(then.toLocalDate().plusDays(next.days()), part, tried);
    }

    private LocalDateTime staffedWall(LocalDate earliest, PartOfDay part, Instant after) {
        List<LocalDateTime> ahead = IntStream.rangeClosed(0, DAYS_TO_SEARCH)
                .mapToObj(day -> earliest.plusDays(day).atTime(part.tryAt()))
                .filter(wall -> instant(wall).isAfter(after)).toList();
        return ahead.stream().filter(wall -> staffed.contains(instant(wall))).findFirst()
                .orElseGet(() -> local(staffed.next(instant(ahead.get(0)))));
    }

    private Instant instant(LocalDateTime wall) {
        return WallClock.instantOf(wall, moment.zone());
    }

    private LocalDateTime local(Instant instant) {
        return WallClock.at(instant, moment.zone());
    }
}
