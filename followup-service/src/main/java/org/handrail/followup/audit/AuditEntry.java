package org.handrail.followup.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param account  who
 * @param action   a code ({@code client.viewed}, {@code task.completed})
 * @param clientId whose record; null for what concerns no client
 * @param subject  the id of what was seen or changed, if it is not the client's record as a whole
 */
public record AuditEntry(
        Instant at, UUID account, String action, @Nullable UUID clientId, @Nullable String subject) {
}
