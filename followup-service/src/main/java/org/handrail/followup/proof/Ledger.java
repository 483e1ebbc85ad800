package org.handrail.followup.proof;

import java.util.Optional;
import java.util.UUID;

/** The ledger of consents, which is notifier-service's. */
public interface Ledger {

    /** @return empty when it can't be reached now */
    Optional<ProofSheet> proofOf(UUID clientId);
}
