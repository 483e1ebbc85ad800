package org.handrail.intake.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys given out, by their hashes. */
public interface ApiKeys {

    /** A key without its secret. */
    record Listed(UUID id, Source source, Instant createdAt, @Nullable Instant revokedAt) {
    }

    /** Does nothing for a key that is there, revoked or not. */
    void add(Source source, ApiKey key, Instant now);

    Optional<Source> sourceOf(ApiKey key);

    List<Listed> all();

    /** @return false when there is no such key in force */
    boolean revoke(UUID id, Instant now);
}
