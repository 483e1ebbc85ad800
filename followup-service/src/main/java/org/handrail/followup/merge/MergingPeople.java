package org.handrail.followup.merge;

import java.time.Clock;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;

/** Merges on the word of staff. The wish is in the audit log of both before anything happens. */
public final class MergingPeople {

    private final MergeLine line;
    private final AuditTrail audit;
    private final Clock clock;

    public MergingPeople(MergeLine line, AuditTrail audit, Clock clock) {
        this.line = line;
        this.audit = audit;
        this.clock = clock;
    }

    public MergeLine.Answer merge(UUID duplicate, UUID into, UUID by) {
        note("client.merge-asked", duplicate, into, by);
        MergeLine.Answer answer = line.merge(duplicate, into, by);
        if (answer == MergeLine.Answer.MERGED) {
            note("client.merged", duplicate, into, by);
        }
        return answer;
    }

    private void note(String action, UUID duplicate, UUID into, UUID by) {
        audit.record(new AuditEntry(clock.instant(), by, action, duplicate, into.toString()));
        audit.record(new AuditEntry(clock.instant(), by, action, into, duplicate.toString()));
    }
}
