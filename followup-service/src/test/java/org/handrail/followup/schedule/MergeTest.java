package org.handrail.followup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.handrail.followup.schedule.Comparison.What;
import org.handrail.followup.schedule.Merge.Conflict;
import org.handrail.followup.schedule.Merge.Conflicting;
import org.handrail.followup.schedule.Merge.Merged;
import org.junit.jupiter.api.Test;

class MergeTest {

    final Schedule base = ComparisonTest.shipped("no-show");

    static Schedule titled(Schedule schedule, String title) {
        return new Schedule(schedule.id(), title, schedule.anchor(), schedule.stops(), schedule.outcomes(), schedule.steps());
    }

    static Schedule steps(Schedule schedule, UnaryOperator<List<Step>> change) {
        return new Schedule(schedule.id(), schedule.title(), schedule.anchor(), schedule.stops(), schedule.outcomes(),
                change.apply(new ArrayList<>(schedule.steps())));
    }

    static Schedule later(Schedule schedule, String key, int hours) {
        return steps(schedule, steps -> {
            steps.replaceAll(step -> !step.key().equals(key) ? step : new Step(key, new Offset.Elapsed(Duration.ofHours(hours)),
                    step.action(), step.conditions(), step.late(), step.outcomes()));
            return steps;
        });
    }

    static Schedule without(Schedule schedule, String key) {
        return steps(schedule, steps -> steps.stream().filter(step -> !step.key().equals(key)).toList());
    }

    static Schedule with(Schedule schedule, String key, int place) {
        return steps(schedule, steps -> {
            Step like = steps.get(0);
            steps.add(place, new Step(key, like.offset(), like.action(), like.conditions(), like.late(), like.outcomes()));
            return steps;
        });
    }

    Schedule merged(Schedule theirs, Schedule mine) {
        Merge.Result result = Merge.of(base, theirs, mine);
        assertThat(result).isInstanceOf(Merged.class);
        return ((Merged) result).schedule();
    }

    List<Conflict> conflicts(Schedule theirs, Schedule mine) {
        Merge.Result result = Merge.of(base, theirs, mine);
        assertThat(result).isInstanceOf(Conflicting.class);
        return ((Conflicting) result).conflicts();
    }

    @Test
    void takesOverWhatOnlyTheOtherChanged() {
        Schedule both = merged(later(base, "call-24-h", 30), titled(later(base, "email-7-d", 200), "Mine"));

        assertThat(both).isEqualTo(titled(later(later(base, "call-24-h", 30), "email-7-d", 200), "Mine"));
    }

    @Test
    void takesOneOfThemWhenTheOtherChangedNothing() {
        Schedule changed = titled(without(later(base, "call-24-h", 30), "email-7-d"), "Changed");

        assertThat(merged(changed, base)).isEqualTo(changed);
        assertThat(merged(base, changed)).isEqualTo(changed);
        assertThat(merged(changed, changed)).isEqualTo(changed);
    }

    @Test
    void mergesDifferentPartsOfOneStep() {
        Schedule theirs = later(base, "email-2-h", 3);
        Schedule mine = steps(base, steps -> {
            steps.replaceAll(step -> !step.key().equals("email-2-h") ? step : new Step(step.key(), step.offset(),
                    step.action(), step.conditions(), new LatePolicy.Skip(), step.outcomes()));
            return steps;
        });

        Step step = merged(theirs, mine).step("email-2-h").orElseThrow();
        assertThat(step.offset()).isEqualTo(new Offset.Elapsed(Duration.ofHours(3)));
        assertThat(step.late()).isEqualTo(new LatePolicy.Skip());
    }

    @Test
    void newStepsStandWhereTheyStood() {
        Schedule both = merged(with(base, "theirs", 2), with(base, "mine", 1));

        assertThat(both.steps()).extracting(Step::key).containsExactly(
                "welfare-call", "mine", "email-2-h", "theirs", "call-24-h", "call-72-h", "email-7-d");
        assertThat(merged(with(base, "theirs", 0), base).steps().get(0).key()).isEqualTo("theirs");
    }

    @Test
    void saysWhereBothChangedTheSame() {
        assertThat(conflicts(later(base, "call-24-h", 30), later(base, "call-24-h", 36)))
                .containsExactly(new Conflict(What.WHEN, "call-24-h"));
        assertThat(conflicts(without(base, "call-24-h"), later(base, "call-24-h", 36)))
                .containsExactly(new Conflict(What.STEP_REMOVED, "call-24-h"));
        assertThat(conflicts(later(base, "call-24-h", 36), without(base, "call-24-h")))
                .containsExactly(new Conflict(What.STEP_REMOVED, "call-24-h"));
        assertThat(conflicts(with(base, "new", 1), later(with(base, "new", 1), "new", 9)))
                .containsExactly(new Conflict(What.STEP_ADDED, "new"));
        assertThat(conflicts(titled(base, "Theirs"), titled(base, "Mine")))
                .containsExactly(new Conflict(What.TITLE, null));
        assertThat(conflicts(new Schedule(base.id(), base.title(), base.anchor(), Set.of(), base.steps()),
                new Schedule(base.id(), base.title(), base.anchor(), Set.of(StopEvent.BOOKED), base.steps())))
                .containsExactly(new Conflict(What.STOPS, null));
    }
}
