package org.handrail.followup.schedule.json;

/** How a definition is written down; both mean the same. */
public enum Notation {

    JSON,
    /** YAML 1.2, one document, without anchors, aliases and tags. */
    YAML
}
