package org.handrail.intake.merge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Purpose;

/** What the ledger of consents says somebody does not want. */
public interface StopsInForce {

    /** @return purposes with since when; empty when the ledger can't be reached */
    Optional<Map<Purpose, Instant>> of(UUID clientId);
}
