package org.handrail.followup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import org.handrail.followup.enrolment.ShippedInMemory;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Comparison.Change;
import org.handrail.followup.schedule.Comparison.What;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    final Schedule before = shipped("therapy-appointment");

    static Schedule shipped(String id) {
        return new ShippedInMemory().find(id, 1).orElseThrow().schedule();
    }

    static Schedule with(Schedule schedule, Step step, int place) {
        var steps = new java.util.ArrayList<>(schedule.steps());
        steps.removeIf(each -> each.key().equals(step.key()));
        steps.add(place, step);
        return new Schedule(schedule.id(), schedule.title(), schedule.anchor(), schedule.stops(), steps);
    }

    @Test
    void findsNothingBetweenTheSame() {
        assertThat(Comparison.between(before, shipped("therapy-appointment"))).isEmpty();
    }

    @Test
    void saysWhichStepChangedAndHow() {
        Step step = before.step("email-3-d").orElseThrow();
        Schedule after = with(before, new Step("email-3-d",
                new Offset.Local(-2, java.time.LocalTime.of(10, 30)), step.action(), step.conditions(),
                new LatePolicy.Skip()), before.steps().indexOf(step));

        assertThat(Comparison.between(before, after)).extracting(Change::what, Change::step, Change::before, Change::after)
                .containsExactly(
                        tuple(What.WHEN, "email-3-d", "3 days before at 09:00, client's time",
                                "2 days before at 10:30, client's time"),
                        tuple(What.LATE, "email-3-d", Wording.of(step.late()), "skipped when late"));
    }

    @Test
    void saysWhatCameAndWhatWent() {
        Step last = before.steps().get(before.steps().size() - 1);
        Step renamed = new Step("renamed", last.offset(), last.action(), last.conditions(), last.late());
        Schedule after = new Schedule(before.id(), "Therapy, shorter", before.anchor(), before.stops(),
                java.util.stream.Stream.concat(before.steps().stream().limit(before.steps().size() - 1L),
                        java.util.stream.Stream.of(renamed)).toList());

        assertThat(Comparison.between(before, after)).extracting(Change::what, Change::step).containsExactly(
                tuple(What.TITLE, null), tuple(What.STEP_ADDED, "renamed"), tuple(What.STEP_REMOVED, last.key()));
        assertThat(Comparison.between(before, after).get(1).after())
                .isEqualTo(Comparison.between(before, after).get(2).before());
    }

    @Test
    void seesWhatWordsAreTooCoarseFor() {
        Step step = before.step("email-3-d").orElseThrow();
        Schedule after = with(before, new Step(step.key(), step.offset(), step.action(), step.conditions(),
                new LatePolicy.SendWithin(Duration.ofSeconds(90))), before.steps().indexOf(step));
        Schedule evenLater = with(before, new Step(step.key(), step.offset(), step.action(), step.conditions(),
                new LatePolicy.SendWithin(Duration.ofSeconds(91))), before.steps().indexOf(step));

        assertThat(Comparison.between(after, evenLater)).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.LATE);
            assertThat(change.before()).isNotEqualTo(change.after());
        });
    }

    @Test
    void saysWhatFollowsACallNow() {
        Step step = before.steps().get(before.steps().size() - 1);
        Schedule after = with(before, new Step(step.key(), step.offset(), step.action(), step.conditions(), step.late(),
                Map.of(TaskOutcome.WRONG_NUMBER, new NextMove.AskForDetails())), before.steps().size() - 1);

        assertThat(Comparison.between(before, after)).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.OUTCOMES);
            assertThat(change.after()).startsWith("after wrong number ");
        });
    }

    @Test
    void saysAnotherOrderOnlyWhenThereIsOne() {
        Step first = before.steps().get(0);

        assertThat(Comparison.between(before, with(before, first, 1))).extracting(Change::what)
                .containsExactly(What.ORDER);
        assertThat(Comparison.between(before, shipped("no-show"))).extracting(Change::what)
                .contains(What.TITLE, What.ANCHOR).doesNotContain(What.ORDER);
    }
}
