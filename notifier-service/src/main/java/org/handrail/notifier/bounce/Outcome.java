package org.handrail.notifier.bounce;

/** What was made of a message that came back. */
public enum Outcome {

    DONE,

    /** Believed, and nothing follows from it. */
    NOTHING,

    /** Carries no token of ours: it changes nothing. */
    FOREIGN,

    /** Of a delivery that was never sent. */
    NOT_SENT,

    /** A failure of an address that we did not write to. */
    OTHER_RECIPIENT,

    UNCLEAR,

    /** Taken before. */
    TWICE,

    /** It can't be taken: a fault of ours or of its bytes. */
    FAULT;

    /** Whether a person should look at the message itself. */
    public boolean isForOperators() {
        return this != DONE && this != NOTHING && this != TWICE;
    }
}
