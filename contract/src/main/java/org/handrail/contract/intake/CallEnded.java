package org.handrail.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/**
 * A phone call came to its end.
 *
 * @param clientId   whoever has the number; a new client for a number not seen before. All calls from withheld
 *                   numbers have a client of their own each
 * @param answered   somebody of the staff spoke with the caller
 * @param dialable   false when the number was withheld: there is nobody to call back
 * @param statusCode the provider's own word, for the timeline (for instance {@code no-answer})
 */
public record CallEnded(
        UUID clientId,
        UUID callId,
        Instant endedAt,
        boolean answered,
        boolean dialable,
        String statusCode,
        String siteId) implements Event {

    public CallEnded {
        Checks.code("statusCode", statusCode);
        Checks.code("siteId", siteId);
    }
}
