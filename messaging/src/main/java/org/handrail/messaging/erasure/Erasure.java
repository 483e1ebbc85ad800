package org.handrail.messaging.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service did to erase a client.
 *
 * @param erased   rows by what they held
 * @param purgedAt by the database's clock: since then its files hold nothing of it either; null: not yet
 */
public record Erasure(UUID clientId, Instant erasedAt, Map<String, Integer> erased, @Nullable Instant purgedAt) {

    public Erasure {
        erased = Map.copyOf(erased);
    }
}
