package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** Nobody's record was seen: there is nobody. */
final class NoTrail implements AuditTrail {

    @Override
    public void record(AuditEntry entry) {
    }

    @Override
    public void recordListed(UUID account, Collection<UUID> clients, Instant at) {
    }

    @Override
    public List<Recorded> page(@Nullable UUID clientId, @Nullable Long before, int size) {
        return List.of();
    }
}
