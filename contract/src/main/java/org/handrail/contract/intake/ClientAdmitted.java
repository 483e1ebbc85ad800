package org.handrail.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/** A client came into detox or treatment. */
public record ClientAdmitted(UUID clientId, UUID admissionId, Instant admittedAt, String siteId) implements Event {

    public ClientAdmitted {
        Checks.code("siteId", siteId);
    }
}
