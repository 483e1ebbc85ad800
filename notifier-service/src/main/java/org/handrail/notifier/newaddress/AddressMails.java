package org.handrail.notifier.newaddress;

import java.time.Instant;

/**
 * Queues the two messages of a change of address. From there they go like all mail: looked at again before each attempt,
 * tried until their deadline, written down. Each call belongs to the caller's transaction and counts once.
 */
public interface AddressMails {

    /** Template and step of the one to the new address, whose delivery has the wish's id. */
    String ASKING = "address-asking";
    /** Template and step of the one to the former address. */
    String MOVED = "address-moved";

    /** To the new one, while its owner has time to confirm it. */
    void ask(AddressWish wish, Instant now);

    /** To the one that held, which may be the only way in which its owner learns of somebody else's doing. */
    void tellFormer(AddressWish wish, Instant now);
}
