package org.handrail.followup.queue;

/** What came of a task, as staff say when they complete it. */
public enum TaskOutcome {

    /** Spoke with the client. */
    REACHED,
    /** Spoke with the client and a visit is booked. */
    BOOKED,
    LEFT_MESSAGE,
    NO_ANSWER,
    WRONG_NUMBER,
    /** The person reached is not the client. */
    WRONG_PERSON,
    DECEASED,
    /** The client said stop: no more email. In force before the answer. */
    STOP_SAID,
    /** Done, nothing to tell about the client. */
    DONE,
    /** Of an email of which nobody knows whether it went: send it again, if every rule agrees still. */
    RESEND,
    /** Of an email of which nobody knows whether it went: leave it at that. */
    LEAVE;

    public boolean isAboutUnknownMail() {
        return this == RESEND || this == LEAVE;
    }
}
