package org.handrail.followup.erasure;

import java.time.Clock;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;

/** Erases on an admin's word. The wish is in the audit log before anything happens, so that it is there in any case. */
public final class ErasingPeople {

    private final ErasureLine line;
    private final AuditTrail audit;
    private final Clock clock;

    public ErasingPeople(ErasureLine line, AuditTrail audit, Clock clock) {
        this.line = line;
        this.audit = audit;
        this.clock = clock;
    }

    public ErasureLine.Answer erase(UUID clientId, UUID by) {
        audit.record(new AuditEntry(clock.instant(), by, "client.erasure-asked", clientId, null));
        ErasureLine.Answer answer = line.erase(clientId);
        if (answer instanceof ErasureLine.Answer.Erased) {
            audit.record(new AuditEntry(clock.instant(), by, "client.erased", clientId, null));
        }
        return answer;
    }
}
