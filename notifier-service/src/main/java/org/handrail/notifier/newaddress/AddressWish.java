package org.handrail.notifier.newaddress;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Language;

/**
 * Another address that a client asked for.
 *
 * @param addressVersion of the address that it may take the place of
 * @param at             when it was asked for, or, once it is, confirmed
 * @param expiresAt      exclusive
 */
public record AddressWish(
        UUID id, UUID clientId, int addressVersion, String email, Language language, Instant at, Instant expiresAt) {

    /** Never the address: it must not reach a log. */
    @Override
    public String toString() {
        return "AddressWish[" + id + "]";
    }
}
