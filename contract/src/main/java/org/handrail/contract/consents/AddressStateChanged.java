package org.handrail.contract.consents;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/**
 * Whether a client's address may be used. A new address starts UNCONFIRMED whatever the old one was; from there its
 * states only go forward, in the order of {@link State}. They may be told out of order: of one address the furthest
 * counts, whatever {@code since} says.
 *
 * @param addressVersion {@code ContactChanged.addressVersion}
 * @param reason         a code, for instance {@code read-back}, {@code link-page}, {@code smtp-5.1.1}
 */
public record AddressStateChanged(UUID clientId, int addressVersion, State state, String reason, Instant since)
        implements Event {

    /** In the order in which an address goes through them. */
    public enum State { UNCONFIRMED, CONFIRMED, SUPPRESSED }

    public AddressStateChanged {
        Checks.code("reason", reason);
    }
}
