package org.handrail.followup.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gate in notifier-service. Each call may fail to reach it, and then nothing may be disclosed. */
public interface Disclosures {

    /** Nobody answered, or not in a way that can be relied on. */
    final class NotReached extends RuntimeException {

        /** @param code for logs, never with content */
        public NotReached(String code) {
            super(code);
        }
    }

    /** @return newest first */
    List<DisclosureConsent> consents(UUID client);

    /** @return the questions that were asked, newest first */
    List<Asked> log(UUID client);

    /** Idempotent by its id. What is missing is kept as missing, and such a consent allows nothing. */
    DisclosureConsent record(UUID client, DisclosureConsent.Entry entry);

    /** @return the consent as it is now; empty when the client has no such consent */
    Optional<DisclosureConsent> end(UUID client, UUID consent, DisclosureConsent.End end);

    /** May this kind of record go to that recipient now? Question and answer are kept. Idempotent by its id. */
    Answer ask(UUID client, Question question);

    record Question(UUID disclosureId, String recipientId, String scope, String askedBy) {
    }

    /**
     * @param notice      must go with what is disclosed (42 CFR 2.32(a))
     * @param explanation so must this (42 CFR 2.32(b))
     * @param refused     why not, as a code; null when it is allowed
     */
    record Answer(UUID disclosureId, boolean allowed, @Nullable UUID consentId, @Nullable String notice,
            @Nullable String explanation, @Nullable String refused) {
    }

    /** @param refused null: it was allowed under {@code consentId} */
    record Asked(Question ask, @Nullable UUID consentId, @Nullable String refused, Instant at) {
    }
}
