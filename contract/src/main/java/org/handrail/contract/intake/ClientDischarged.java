package org.handrail.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/**
 * A client left detox.
 *
 * @param againstAdvice left against medical advice: the first call is due the same day
 */
public record ClientDischarged(
        UUID clientId, UUID admissionId, Instant dischargedAt, boolean againstAdvice, String siteId) implements Event {

    public ClientDischarged {
        Checks.code("siteId", siteId);
    }
}
