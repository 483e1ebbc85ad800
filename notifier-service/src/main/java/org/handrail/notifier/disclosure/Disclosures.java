package org.handrail.notifier.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consents to disclose, and the gate. Each call is a transaction of its own. */
public interface Disclosures {

    /** Idempotent by {@code consentId}. @return whether it is new */
    boolean record(DisclosureConsent consent);

    /**
     * Once this returns, nothing is disclosed under that consent any more. The first end of its kind stays.
     *
     * @return the consent as it is now; empty when the client has no such consent
     */
    Optional<DisclosureConsent> end(UUID clientId, UUID consentId, DisclosureConsent.End end);

    List<DisclosureConsent> of(UUID clientId);

    /**
     * May this kind of record go to that recipient now? Whoever discloses asks first, and passes on what is allowed
     * with the notice; the question and the verdict are kept. Idempotent by {@code disclosureId}.
     */
    Gate.Verdict ask(Ask ask);

    /** Newest first. */
    List<Asked> log(UUID clientId);

    /** @param askedBy an account's id or a source; a code */
    record Ask(UUID disclosureId, UUID clientId, String recipientId, String scope, String askedBy) {
    }

    /** @param refused null: it was allowed under {@code consentId} */
    record Asked(Ask ask, @Nullable UUID consentId, @Nullable String refused, Instant at) {
    }
}
