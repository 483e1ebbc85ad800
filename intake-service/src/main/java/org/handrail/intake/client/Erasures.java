package org.handrail.intake.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who was erased, and what of them was here. Calls belong to the caller's transaction. */
public interface Erasures {

    /** Forgets all that tells who it is; the id stays, for the facts that name it. Again does no harm. */
    void erase(UUID clientId, Instant at);

    Optional<Erased> find(UUID clientId);

    /**
     * Those of whom it must be said once more that they are gone. A log never compacts the segment that it writes to,
     * and begins another one only when a record comes: saying it again, later than a segment lasts, closes the one that
     * holds the details.
     */
    List<UUID> toRepeat();

    /** @param rows by what they held */
    record Erased(UUID clientId, Instant erasedAt, Map<String, Integer> rows) {

        public Erased {
            rows = Map.copyOf(rows);
        }
    }
}
