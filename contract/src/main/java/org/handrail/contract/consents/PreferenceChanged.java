package org.handrail.contract.consents;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A client's preference for one purpose, as the ledger has it now. Consumers keep the highest {@code version}.
 *
 * @param version   grows with every change of this client's ledger
 * @param since     in force, or no longer in force, since
 * @param expiresAt null: until revoked
 */
public record PreferenceChanged(
        UUID clientId, long version, Purpose purpose, State state, HowGiven how, Instant since,
        @Nullable Instant expiresAt) implements Event {

    public enum State { IN_FORCE, WITHDRAWN, EXPIRED }
}
