package org.handrail.notifier.choice;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a client chose of their details, which are intake-service's to keep.
 *
 * @param language null: as it was
 * @param zone     IANA id; null: as it was
 */
public record ContactWish(UUID clientId, @Nullable Language language, @Nullable String zone, Instant askedAt) {
}
