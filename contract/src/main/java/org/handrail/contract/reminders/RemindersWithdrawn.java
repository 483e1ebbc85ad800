package org.handrail.contract.reminders;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/**
 * An enrolment ended: what is queued for it must not go any more.
 *
 * @param reason a code, for instance {@code appointment-cancelled}
 */
public record RemindersWithdrawn(UUID clientId, UUID enrolmentId, String reason, Instant occurredAt)
        implements Event {

    public RemindersWithdrawn {
        Checks.code("reason", reason);
    }
}
