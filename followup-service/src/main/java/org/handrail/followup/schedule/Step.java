package org.handrail.followup.schedule;

import java.util.List;

/**
 * @param key        a code, unique in the schedule and kept from version to version
 * @param conditions all must hold
 */
public record Step(String key, Offset offset, Action action, List<Condition> conditions, LatePolicy late) {

    public Step {
        conditions = List.copyOf(conditions);
    }

    public boolean isEmail() {
        return action instanceof Action.Email;
    }

    /** Those that can only be asked when the time has come. */
    public List<Condition> openConditions() {
        return conditions.stream().filter(condition -> !FixedConditions.isFixed(condition)).toList();
    }
}
