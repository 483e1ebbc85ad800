package org.handrail.followup.template.web;

import java.time.Clock;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.staff.web.SignedIn;
import org.springframework.stereotype.Component;

/** Who changed which template; never what it says. */
@Component
class TemplateAudit {

    private final AuditTrail audit;
    private final Clock clock;

    TemplateAudit(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param subject a key, a key and version, or a revision of the list of words */
    void note(SignedIn me, String action, String subject) {
        audit.record(new AuditEntry(clock.instant(), me.account(), action, null, subject));
    }
}
