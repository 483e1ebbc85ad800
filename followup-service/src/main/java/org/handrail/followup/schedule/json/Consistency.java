package org.handrail.followup.schedule.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Ladder;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.Templates;

/** What must hold between the fields of a definition whose fields are right each for itself. */
final class Consistency {

    private final Optional<AnchorEvent> anchor;
    private final List<StopEvent> stops;
    private final List<StepParts> steps;
    private final Templates templates;

    Consistency(Optional<AnchorEvent> anchor, List<StopEvent> stops, List<StepParts> steps, Templates templates) {
        this.anchor = anchor;
        this.stops = stops;
        this.steps = steps;
        this.templates = templates;
    }

    void check(Place schedule, Map<TaskOutcome, NextMove> outcomes) {
        if (!outcomes.isEmpty() && steps.stream().allMatch(Consistency::isNoCall)) {
            schedule.field("outcomes").rule("there is no call that could have an outcome");
        }
        outcomes.forEach((outcome, move) -> outcome(outcome, move, schedule));
        Set<String> keys = new HashSet<>();
        Map<Object, String> doings = new HashMap<>();
        for (StepParts step : steps) {
            boolean again = step.key().isPresent() && !keys.add(step.key().get());
            if (again) {
                step.place().field("key").rule("is the key of an earlier step, too");
            }
            new StepRules(step, stops, templates).check(anchor);
            outcomes(step);
            step.whole().filter(whole -> !again).ifPresent(whole -> doublet(whole, step.place(), doings));
        }
    }

    private static boolean isNoCall(StepParts step) {
        return step.action().isPresent() && step.whole().flatMap(Step::asTask).filter(Ladder::isCall).isEmpty();
    }

    /** Whoever gets the same twice at once thinks that something is broken. */
    private static void doublet(Step step, Place place, Map<Object, String> doings) {
        String earlier = doings.putIfAbsent(
                List.of(step.offset(), step.action(), Set.copyOf(step.conditions())), step.key());
        if (earlier != null) {
            place.rule("does the same at the same time as the step " + earlier);
        }
    }

    private void outcomes(StepParts step) {
        if (step.outcomes().isEmpty()) {
            return;
        }
        if (isNoCall(step)) {
            step.place().field("outcomes").rule("only a call has outcomes");
        }
        step.outcomes().forEach((outcome, move) -> {
            outcome(outcome, move, step.place());
            boolean alone = steps.stream().filter(other -> other != step)
                    .allMatch(other -> other.whole().isPresent() && other.whole().filter(Ladder::holds).isEmpty());
            if (move instanceof NextMove.TryAgain again && !again.onceMore() && alone) {
                step.place().field("outcomes").field(outcome.name()).field("then")
                        .rule("there is no other call to make then; say \"onceMore\": true to repeat this one");
            }
        });
    }

    private static void outcome(TaskOutcome outcome, NextMove move, Place place) {
        boolean callsOn = move instanceof NextMove.TryAgain || move instanceof NextMove.Continue;
        if (outcome == TaskOutcome.WRONG_NUMBER && callsOn) {
            place.field("outcomes").field(outcome.name()).field("then")
                    .rule("must be ASK_FOR_DETAILS or END: a stranger would be called again");
        }
    }
}
