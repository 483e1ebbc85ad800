package org.handrail.followup.queue;

public enum TaskState {

    OPEN,
    /** A person did it and said what came of it. */
    COMPLETED,
    /** The facts made it needless. */
    CLOSED
}
