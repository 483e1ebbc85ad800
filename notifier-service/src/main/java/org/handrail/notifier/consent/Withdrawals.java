package org.handrail.notifier.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.handrail.contract.Purpose;

/** Takes back what is queued. Belongs to the caller's transaction. */
public interface Withdrawals {

    /** @param reason a code, told with each reminder */
    void withdraw(Collection<Stopped> stopped, String reason, Instant at);

    /** Everything that is queued for these clients. */
    void withdrawAll(Collection<UUID> clientIds, String reason, Instant at);

    record Stopped(UUID clientId, Purpose purpose) {
    }
}
