package org.handrail.messaging.kafka;

/** A record that is no event of ours; the reason is a code and carries nothing of the record. */
public final class UnreadableRecord extends RuntimeException {

    public UnreadableRecord(String reason) {
        super(reason);
    }

    public String reason() {
        return getMessage();
    }
}
