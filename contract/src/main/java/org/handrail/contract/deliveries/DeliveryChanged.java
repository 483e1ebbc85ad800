package org.handrail.contract.deliveries;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What became of one reminder.
 *
 * @param reason a code that explains the state, for instance {@code consent-absent}, {@code smtp-5.1.1},
 *               {@code accepted}
 * @param templateVersion which version of its template the message was made from; null: it was not made, or not told
 */
public record DeliveryChanged(
        UUID clientId,
        UUID reminderId,
        UUID enrolmentId,
        String stepKey,
        Purpose purpose,
        State state,
        String reason,
        Instant at,
        @Nullable Integer templateVersion) implements Event {

    public enum State {
        /** The server took it. */
        SENT,
        /** The last look said no. */
        SKIPPED,
        /** What it was about ended before it went. */
        WITHDRAWN,
        /** The server refused it for good. */
        REFUSED,
        /** It came back after the server had taken it. */
        BOUNCED,
        /** The process or the connection died at the moment of sending: staff decide. */
        UNKNOWN
    }

    public DeliveryChanged {
        Checks.code("stepKey", stepKey);
        Checks.code("reason", reason);
    }

    /** Of a message whose template is not told. */
    public DeliveryChanged(UUID clientId, UUID reminderId, UUID enrolmentId, String stepKey, Purpose purpose,
            State state, String reason, Instant at) {
        this(clientId, reminderId, enrolmentId, stepKey, purpose, state, reason, at, null);
    }

    public DeliveryChanged madeFrom(int version) {
        return new DeliveryChanged(clientId, reminderId, enrolmentId, stepKey, purpose, state, reason, at, version);
    }
}
