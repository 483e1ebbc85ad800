package org.handrail.notifier.link;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;

/** What a token in a mail says once it is opened: whose it is, what for, and until when. */
public sealed interface ClientLink {

    UUID clientId();

    /** The language of the mail that carried it, and so of the page behind it. */
    Language language();

    /** Exclusive; whole hours. */
    Instant expiresAt();

    /** @param purpose of the mail that carried it */
    record Stop(UUID clientId, Purpose purpose, Language language, Instant expiresAt) implements ClientLink {
    }

    /** @param addressVersion the address that the mail went to */
    record ConfirmAddress(UUID clientId, int addressVersion, Language language, Instant expiresAt)
            implements ClientLink {
    }

    /** @param appointmentVersion what the mail said of the appointment */
    record Answer(UUID clientId, UUID appointmentId, int appointmentVersion, Language language, Instant expiresAt)
            implements ClientLink {
    }

    /**
     * To the page where a client says how mail should be.
     *
     * @param addressVersion the address that the mail went to; 0 in links of older releases
     */
    record Preferences(UUID clientId, int addressVersion, Language language, Instant expiresAt) implements ClientLink {
    }

    /** For the owner of another address that a client asked for; opens nothing of the client's. */
    record NewAddress(UUID clientId, UUID wishId, Language language, Instant expiresAt) implements ClientLink {
    }
}
