package org.handrail.followup.schedule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.followup.queue.TaskOutcome;

/**
 * What is to happen around one kind of fact.
 *
 * @param id       a code, the same for all versions
 * @param title    for staff; neutral
 * @param stops    what ends it early, besides that its anchor falls away, the client has died or is somebody else
 * @param outcomes what follows the outcomes of calls whose steps don't say it themselves
 * @param steps    in the order in which they are shown
 */
public record Schedule(
        String id, String title, Anchor anchor, Set<StopEvent> stops, Map<TaskOutcome, NextMove> outcomes,
        List<Step> steps) {

    public Schedule {
        stops = Set.copyOf(stops);
        outcomes = Map.copyOf(outcomes);
        steps = List.copyOf(steps);
    }

    public Schedule(String id, String title, Anchor anchor, Set<StopEvent> stops, List<Step> steps) {
        this(id, title, anchor, stops, Map.of(), steps);
    }

    /** What it says is to follow an outcome of that step's call; empty: nothing, so the general rule holds. */
    public Optional<NextMove> after(TaskOutcome outcome, String stepKey) {
        return step(PlannedStep.stepKey(stepKey)).map(step -> step.outcomes().get(outcome))
                .or(() -> Optional.ofNullable(outcomes.get(outcome)));
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }
}
