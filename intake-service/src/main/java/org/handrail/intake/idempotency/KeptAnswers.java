package org.handrail.intake.idempotency;

import java.time.Instant;
import java.util.Optional;

/** The answers kept; every call belongs to the caller's transaction. */
public interface KeptAnswers {

    /**
     * Takes the key for this transaction, on every instance; it is free again when the transaction ends, be it by a
     * crash.
     *
     * @return false when another transaction has it
     */
    boolean tryLock(RequestKey key);

    /** As {@link #tryLock}, but waits. */
    void lock(RequestKey key);

    Optional<Kept> find(RequestKey key);

    /** Replaces what is kept under the key. */
    void keep(RequestKey key, Kept kept, Instant now);

    int removeOlderThan(Instant limit);
}
