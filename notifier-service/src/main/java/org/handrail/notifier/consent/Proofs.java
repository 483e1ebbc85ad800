package org.handrail.notifier.consent;

import java.util.UUID;

/** Shows what is on record of a client. */
public interface Proofs {

    /** Without lines for a client of whom nothing is on record. */
    ProofSheet of(UUID clientId);
}
