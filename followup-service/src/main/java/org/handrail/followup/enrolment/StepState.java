package org.handrail.followup.enrolment;

public enum StepState {

    /** Its time is ahead. */
    PENDING,
    /** Released: mailed or raised as a task. */
    DONE,
    /** Its time came and it was not meant to happen, or could not. */
    SKIPPED,
    /** Its time never came: past from the start, moved, or the enrolment ended. */
    DROPPED
}
