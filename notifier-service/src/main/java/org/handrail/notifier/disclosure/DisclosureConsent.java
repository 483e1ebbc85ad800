package org.handrail.notifier.disclosure;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A written consent to disclose, with the elements that 42 CFR 2.31(a) asks for. Whatever is missing is recorded as
 * missing: such a consent is deficient and allows nothing.
 *
 * @param discloser         who may disclose
 * @param recipient         to whom, in words; {@code recipientId} is the code by which the gate knows them
 * @param what              in the words that were signed; {@code scope} the kinds of records, as codes
 * @param rightToRevokeTold the text says that it can be revoked, and how
 * @param expiresOn         an event or condition in words, if it is no date
 * @param end               how it ended before its time; null while it has not
 */
public record DisclosureConsent(UUID consentId, UUID clientId, @Nullable String clientName, @Nullable String discloser,
        @Nullable String recipient, String recipientId, @Nullable String what, Set<String> scope,
        @Nullable String purpose, boolean rightToRevokeTold, @Nullable Instant expiresAt, @Nullable String expiresOn,
        @Nullable String signedBy, @Nullable Instant signedAt, String recordedBy, Instant recordedAt,
        @Nullable End end) {

    /** Why a consent ended before its date. */
    public enum Why { REVOKED, EVENT }

    /** @param how spoken, written, ...; a code */
    public record End(Why why, String how, String recordedBy, Instant occurredAt) {

        public End {
            Checks.code("how", how);
            Checks.code("recordedBy", recordedBy);
        }
    }

    public DisclosureConsent {
        Checks.code("recipientId", recipientId);
        Checks.code("recordedBy", recordedBy);
        scope.forEach(kind -> Checks.code("scope", kind));
        scope = Set.copyOf(scope);
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "DisclosureConsent[consentId=" + consentId + "]";
    }
}
