package org.handrail.notifier.newaddress;

import java.time.Duration;
import java.util.UUID;
import org.handrail.contract.Language;

/** Other addresses that clients ask for. Each call is a transaction of its own. */
public interface AddressWishes {

    /** How long its owner can confirm an address. */
    Duration LIFE = Duration.ofDays(3);
    int MOST_A_DAY_OF_A_CLIENT = 3;
    int MOST_A_DAY_TO_AN_ADDRESS = 2;

    /** What became of a confirmation. */
    enum Confirmed {
        /** It is the client's address now. */
        MOVED,
        /** It is kept, and will be as soon as intake-service answers. */
        SOON,
        /** Expired, taken back, replaced, or the client's address has been changed otherwise. */
        OUTDATED
    }

    /** Whether who holds a mail to that address may ask: it is the client's, confirmed, and nothing came back from it. */
    boolean mayAsk(UUID clientId, int addressVersion);

    /**
     * Asks the owner by one mail, unless there were too many, or client or address said stop. The caller never learns
     * which, for it tells what is known of an address.
     */
    void ask(UUID clientId, int addressVersion, MailAddress address, Language language);

    boolean isOpen(UUID clientId, UUID wishId);

    /** By the owner's own hand; saying it twice changes nothing. */
    Confirmed confirm(UUID clientId, UUID wishId);

    /** Ends it, and keeps mail of this kind from that address for as long as the wish is kept. */
    void decline(UUID clientId, UUID wishId);

    /** One more attempt at what was left when a process died or intake-service was away; and forgets what is old. */
    void resume();
}
