package org.handrail.standalone.demo.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that some schedule asks for.
 *
 * @param reason   empty while it is pending
 * @param delivery what the notifier told of it; empty when it was never handed over
 */
public record MailStepLine(
        UUID enrolmentId, int appointmentVersion, UUID clientId, String stepKey, Instant dueAt, String state,
        String reason, String delivery) {

    public String id() {
        return enrolmentId + "/" + stepKey + "/" + appointmentVersion;
    }

    /** Whether it will never go, and not because it was not meant for this case. */
    public boolean isHeld() {
        boolean ended = state.equals("SKIPPED") || state.equals("DROPPED");
        return ended && !reason.equals("condition-not-met")
                || state.equals("DONE") && !delivery.equals("SENT") && !(delivery.isEmpty() && reason.equals("mailed"));
    }
}
