package org.handrail.followup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.handrail.followup.schedule.PlannedStep.Fate;
import org.handrail.followup.time.StaffedHours;
import org.handrail.followup.time.WallClock;

/** Random schedules around random moments in every zone that the running JDK knows, from 1970 to 2100. */
class TimetableProperties {

    /** How much earlier than in their order mail and tasks may come that closing time moves forward. */
    private static final Duration END_OF_WINDOW = Duration.ofMinutes(15);
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    private record Case(Schedule schedule, Moment moment, List<PlannedStep> plan) {

        static Case of(long seed) {
            RandomPlans random = new RandomPlans(seed);
            AnchorEvent event = random.random.nextBoolean() ? AnchorEvent.APPOINTMENT : AnchorEvent.DISCHARGE;
            Schedule schedule = random.schedule(event);
            Moment moment = random.moment(event);
            return new Case(schedule, moment, Timetable.plan(schedule, moment));
        }

        boolean beforeStart() {
            return schedule.anchor().event() == AnchorEvent.APPOINTMENT;
        }

        LocalDateTime local(Instant instant) {
            return WallClock.at(instant, moment.zone());
        }

        /** The same without an outcome that steers it. */
        List<PlannedStep> unsteered() {
            return Timetable.plan(schedule, new Moment(moment.anchor(), moment.knownAt(), moment.zone(), moment.site(),
                    moment.window(), moment.bookedAt(), moment.changed(), moment.againstAdvice(), moment.lastTry(), null));
        }
    }

    @Property(tries = 6000)
    void everyStepComesExactlyOnceAndAlwaysAtTheSameInstant(@ForAll long seed) {
        Case one = Case.of(seed);

        assertThat(one.plan).extracting(PlannedStep::key).doesNotHaveDuplicates();
        assertThat(one.plan).isSortedAccordingTo(Comparator.comparing(PlannedStep::at));
        assertThat(Timetable.plan(one.schedule, one.moment)).isEqualTo(one.plan);
        Map<String, List<PlannedStep>> byStep = one.plan.stream().filter(each -> !NextTry.isOnceMore(each.key()))
                .collect(Collectors.groupingBy(each -> PlannedStep.stepKey(each.key())));
        one.schedule.steps().stream().filter(step -> !(step.offset() instanceof Offset.Daily))
                .forEach(step -> assertThat(byStep.get(step.key())).as(step.key()).hasSize(1));
    }

    @Property(tries = 6000)
    void whatNothingMovesComesWhenItsOffsetSays(@ForAll long seed) {
        Case one = Case.of(seed);

        assertThat(one.plan).filteredOn(each -> each.step().action() instanceof Action.Task task && task.onCall())
                .allSatisfy(each -> {
                    if (each.step().offset() instanceof Offset.Elapsed elapsed) {
                        assertThat(each.at()).isEqualTo(one.moment.anchor().plus(elapsed.by()));
                    } else if (each.step().offset() instanceof Offset.Local local) {
                        LocalDateTime wall = one.local(one.moment.anchor()).toLocalDate().plusDays(local.days()).atTime(local.at());
                        assertThat(each.at()).isEqualTo(onTheWall(wall, one));
                    }
                });
    }

    /** Written out once more: a gap's first instant after it, an overlap's earlier one. */
    private static Instant onTheWall(LocalDateTime wall, Case one) {
        var rules = one.moment.zone().getRules();
        var offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant()
                : offsets.stream().map(wall::toInstant).min(Comparator.naturalOrder()).orElseThrow();
    }

    @Property(tries = 6000)
    void mailKeepsTheWindowAndTheStart(@ForAll long seed) {
        Case one = Case.of(seed);

        assertThat(one.plan).filteredOn(each -> each.step().isEmail()).allSatisfy(each -> {
            boolean keepsWindow = ((Action.Email) each.step().action()).keepsWindow();
            if (each.fate() == Fate.AHEAD && keepsWindow) {
                assertThat(one.moment.window().contains(each.at(), one.moment.zone())).isTrue();
            }
            assertThat(each.deadline()).isNotNull().isAfterOrEqualTo(each.at());
            boolean due = one.beforeStart() && !(each.step().offset() instanceof Offset.AtOnce);
            if (due && each.at().isBefore(one.moment.anchor())) {
                assertThat(each.deadline()).isBeforeOrEqualTo(one.moment.anchor());
            }
        });
    }

    @Property(tries = 6000)
    void workKeepsStaffedHoursUnlessTheStartLeavesNone(@ForAll long seed) {
        Case one = Case.of(seed);
        StaffedHours staffed = new StaffedHours(one.moment.site());
        boolean everStaffed = !one.moment.site().hours().isEmpty();

        assertThat(one.plan).filteredOn(each -> each.step().action() instanceof Action.Task task && !task.onCall())
                .filteredOn(each -> !(each.step().offset() instanceof Offset.AtOnce) && everStaffed)
                .allSatisfy(each -> {
                    boolean noneLeft = one.beforeStart() && each.at().isBefore(one.moment.anchor())
                            && !staffed.next(each.at()).isBefore(one.moment.anchor());
                    assertThat(staffed.contains(each.at()) || noneLeft).as(each.toString()).isTrue();
                });
    }

    @Property(tries = 6000)
    void whatIsDeclaredEarlierComesEarlier(@ForAll long seed) {
        Case one = Case.of(seed);
        List<PlannedStep> plan = one.unsteered();
        List<PlannedStep> mails = plan.stream().filter(each -> each.step().isEmail() && each.fate() == Fate.AHEAD).toList();
        List<PlannedStep> work = plan.stream().filter(each -> !each.step().isEmail()).toList();

        inOrder(one, only(mails, each -> ((Action.Email) each.step().action()).keepsWindow()), END_OF_WINDOW);
        inOrder(one, only(work, each -> ((Action.Task) each.step().action()).onCall()), Duration.ZERO);
        inOrder(one, only(work, each -> !((Action.Task) each.step().action()).onCall()
                && (each.step().offset() instanceof Offset.Local || each.step().offset() instanceof Offset.Elapsed)), LAST_HOUR);
    }

    private static List<PlannedStep> only(List<PlannedStep> plan, Function<PlannedStep, Boolean> which) {
        return plan.stream().filter(each -> which.apply(each)
                && !(each.step().offset() instanceof Offset.AtOnce)).toList();
    }

    private static void inOrder(Case one, List<PlannedStep> plan, Duration within) {
        for (PlannedStep earlier : plan) {
            for (PlannedStep later : plan) {
                if (declared(one, earlier).isBefore(declared(one, later))) {
                    assertThat(earlier.at()).as("%s%n before %s", earlier, later)
                            .isBeforeOrEqualTo(later.at().plus(within));
                }
            }
        }
    }

    private static Instant declared(Case one, PlannedStep planned) {
        return planned.step().offset() instanceof Offset.Elapsed elapsed ? one.moment.anchor().plus(elapsed.by())
                : onTheWall(planned.wall(), one);
    }

    @Property(tries = 4000)
    void aDailyStepComesOnceOnEachDayThatTheCalendarHas(@ForAll long seed) {
        Case one = Case.of(seed);

        one.plan.stream().filter(each -> each.step().offset() instanceof Offset.Daily)
                .collect(Collectors.groupingBy(PlannedStep::step)).forEach((step, days) -> {
                    Offset.Daily daily = (Offset.Daily) step.offset();
                    List<LocalDate> dates = days.stream().map(each -> each.wall().toLocalDate()).toList();
                    assertThat(dates).doesNotHaveDuplicates();
                    assertThat(days).allSatisfy(each -> {
                        assertThat(each.key()).isEqualTo(step.key() + "/" + each.wall().toLocalDate());
                        assertThat(each.wall().toLocalTime()).isEqualTo(daily.at());
                        assertThat(onTheWall(each.wall(), one))
                                .isBefore(one.moment.anchor().minus(daily.whileWaitOver()));
                    });
                    assertThat(days.stream().map(each -> onTheWall(each.wall(), one)).toList()).doesNotHaveDuplicates();
                });
    }

    @Property(tries = 8000)
    void anOutcomeMovesCallsWithinTheirOrderAndLeavesTheRestAlone(@ForAll long seed) {
        Case one = Case.of(seed);
        NextTry next = one.moment.nextTry();
        if (next == null) {
            return;
        }
        List<PlannedStep> before = one.unsteered();
        Map<String, Instant> planned = before.stream().collect(Collectors.toMap(PlannedStep::key, PlannedStep::at));
        List<PlannedStep> calls = one.plan.stream().filter(each -> Ladder.holds(each.step())).toList();
        List<PlannedStep> moved = new ArrayList<>(one.plan);
        moved.removeIf(each -> each.at().equals(planned.get(each.key())));

        assertThat(moved).allSatisfy(each -> {
            assertThat(Ladder.holds(each.step())).isTrue();
            assertThat(each.at()).isAfter(one.moment.lastTry());
            if (one.beforeStart()) {
                assertThat(each.at()).isBefore(one.moment.anchor());
            }
        });
        boolean movedAtAll = moved.stream().anyMatch(each -> each.key().equals(next.step()));
        if (movedAtAll && planned.containsKey(next.step())) {
            List<String> order = before.stream().filter(each -> Ladder.holds(each.step())).map(PlannedStep::key)
                    .dropWhile(key -> !key.equals(next.step())).toList();
            List<PlannedStep> after = order.stream().map(key -> calls.stream()
                    .filter(each -> each.key().equals(key)).findFirst().orElseThrow()).toList();
            assertThat(after).isSortedAccordingTo(Comparator.comparing(PlannedStep::at));
        }
    }
}
