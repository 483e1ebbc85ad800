package org.handrail.messaging.retention;

import java.util.List;

/** Of one service, in the order in which they are to be applied. */
public record RetentionRules(List<RetentionRule> rules) {

    public RetentionRules {
        rules = List.copyOf(rules);
    }
}
