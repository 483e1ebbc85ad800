package org.handrail.notifier.bounce;

/** What a message that came back means. */
public enum Kind {

    /** The address does not exist and will not. */
    HARD,

    /** It did not arrive this time: full, switched off, not reachable. */
    SOFT,

    /** Refused for what we are or do: authentication, policy, reputation, content. Never the client's fault. */
    OURS,

    /** Its reader calls it unwanted. */
    COMPLAINT,

    /** Sent by a machine because its owner is away. */
    OUT_OF_OFFICE,

    /** A machine that wants to be answered before it lets mail through. */
    CHALLENGE,

    /** Late, passed on, delivered, read: no failure. */
    NOTICE,

    STOP_REPLY,

    REPLY,

    /** A person has to look. */
    UNCLEAR;

    /** Whether it tells of a failure to deliver. */
    public boolean isBounce() {
        return this == HARD || this == SOFT || this == OURS;
    }

    /** Whether a person wrote it. */
    public boolean isReply() {
        return this == STOP_REPLY || this == REPLY;
    }
}
