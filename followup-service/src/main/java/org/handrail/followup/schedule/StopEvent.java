package org.handrail.followup.schedule;

/**
 * What may end a schedule early. That the client died or is another person, and that the anchor fell away, ends every
 * schedule and needs no mention.
 */
public enum StopEvent {

    /** Staff spoke with the client and said what came of it. */
    REACHED,
    /** The client called and somebody answered; what came of it is not known. */
    CALL_ANSWERED,
    /** A visit was booked. */
    BOOKED,
    ADMITTED,
    /**
     * The client said stop. Without it in the list a stop silences the schedule's emails and leaves its work for
     * staff, so that nobody who asked for help is forgotten.
     */
    STOP_SAID
}
