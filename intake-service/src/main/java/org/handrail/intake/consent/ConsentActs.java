package org.handrail.intake.consent;

import java.time.Instant;
import java.util.UUID;

/** Which acts were entered; the call belongs to the caller's transaction. */
public interface ConsentActs {

    /** @return false when it was entered before */
    boolean enter(UUID actId, UUID clientId, String source, String kind, Instant occurredAt, Instant now);
}
