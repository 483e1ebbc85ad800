package org.handrail.followup.whatif;

import java.time.Instant;
import java.util.List;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A person who does not exist.
 *
 * @param zone     as a contact would give it, maybe one that nobody knows; null if unknown
 * @param onBehalf somebody else asks for them, and the contact details are that one's
 * @param noShows  appointments that they did not come to, long before
 */
public record Imagined(
        @Nullable String zone, String siteId, Language language, Address address, List<Consent> consents,
        boolean onBehalf, int noShows) {

    /** The state of their email address, or that there is none. */
    public enum Address { CONFIRMED, UNCONFIRMED, SUPPRESSED, NONE }

    /**
     * @param from  null: since before the story
     * @param until null: until revoked
     */
    public record Consent(Purpose purpose, @Nullable Instant from, @Nullable Instant until) {
    }

    public Imagined {
        consents = List.copyOf(consents);
    }
}
