package org.handrail.followup.whatif;

/** What moved a step away from the wall time that its schedule asks for, or made that time doubtful. */
public enum Shift {
    /** Clocks are put forward over that time: the first valid instant after it. */
    DST_GAP,
    /** Clocks are put back and show that time twice: the earlier one. */
    DST_OVERLAP,
    /** Email leaves in the client's daytime only. */
    SEND_WINDOW,
    /** Tasks come while the site is staffed. */
    STAFFED_HOURS
}
