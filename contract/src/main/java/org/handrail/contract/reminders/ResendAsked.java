package org.handrail.contract.reminders;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/**
 * Staff ask for a reminder to be sent again of which nobody knows whether it went. It passes every rule anew; of one
 * whose fate is known meanwhile, nothing changes.
 *
 * @param resendId identifies the act; the same one counts once
 * @param askedBy  the staff member's account id; a code, not a name
 */
public record ResendAsked(UUID clientId, UUID resendId, UUID reminderId, String askedBy, Instant occurredAt)
        implements Event {

    public ResendAsked {
        Checks.code("askedBy", askedBy);
    }
}
