package org.handrail.followup.schedule.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Step;

/**
 * What could be read of a step: faults in one part don't hide those of another.
 *
 * @param conditions each at its place in the list
 */
record StepParts(
        Place place, Optional<String> key, Optional<Offset> offset, Optional<Action> action,
        List<Optional<Condition>> conditions, Optional<LatePolicy> late, Map<TaskOutcome, NextMove> outcomes) {

    Optional<Step> whole() {
        return key.flatMap(k -> offset.flatMap(o -> action.flatMap(a -> late.map(l ->
                new Step(k, o, a, conditions.stream().flatMap(Optional::stream).toList(), l, outcomes)))));
    }
}
