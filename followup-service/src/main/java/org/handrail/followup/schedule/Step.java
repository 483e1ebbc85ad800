package org.handrail.followup.schedule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.followup.queue.TaskOutcome;

/**
 * @param key        a code, unique in the schedule and kept from version to version
 * @param conditions all must hold
 * @param outcomes   what follows those of its call; what it leaves out, the schedule may say
 */
public record Step(
        String key, Offset offset, Action action, List<Condition> conditions, LatePolicy late,
        Map<TaskOutcome, NextMove> outcomes) {

    public Step {
        conditions = List.copyOf(conditions);
        outcomes = Map.copyOf(outcomes);
    }

    public Step(String key, Offset offset, Action action, List<Condition> conditions, LatePolicy late) {
        this(key, offset, action, conditions, late, Map.of());
    }

    public boolean isEmail() {
        return action instanceof Action.Email;
    }

    /** What it is as a task: from the start, or in place of an email. */
    public Optional<Action.Task> asTask() {
        return action instanceof Action.Task task ? Optional.of(task) : ((Action.Email) action).withoutConsent();
    }

    /** Those that can only be asked when the time has come. */
    public List<Condition> openConditions() {
        return conditions.stream().filter(condition -> !FixedConditions.isFixed(condition)).toList();
    }
}
