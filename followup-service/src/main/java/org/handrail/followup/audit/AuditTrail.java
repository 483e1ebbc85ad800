package org.handrail.followup.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trail. What records a change belongs to the transaction of the change. */
public interface AuditTrail {

    void record(AuditEntry entry);

    /** A list showed these clients. A list that refreshes itself is one view for a quarter of an hour. */
    void recordListed(UUID account, Collection<UUID> clients, Instant at);

    /**
     * Newest first.
     *
     * @param clientId null: everybody's
     * @param before   null: from the newest
     */
    List<Recorded> page(@Nullable UUID clientId, @Nullable Long before, int size);

    record Recorded(long number, AuditEntry entry) {
    }
}
