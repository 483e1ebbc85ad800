package org.handrail.notifier.consent;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.HowGiven;

/** Takes the word of its owner that an address is right. */
public interface AddressConfirmations {

    /**
     * In a transaction of its own; idempotent. A version that is no longer the client's current address changes
     * nothing.
     *
     * @return whether that address is now confirmed
     */
    boolean confirm(UUID clientId, int addressVersion, HowGiven how, Instant at);
}
