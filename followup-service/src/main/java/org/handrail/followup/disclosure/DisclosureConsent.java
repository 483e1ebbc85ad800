package org.handrail.followup.disclosure;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A written consent with the elements of 42 CFR 2.31(a); null where the paper lacks one.
 *
 * @param clientName        the patient's name as on the paper
 * @param discloser         who may disclose
 * @param recipientId       the code by which the recipient is asked for later
 * @param what              in the words that were signed; {@code scope} has the kinds of records, as codes
 * @param rightToRevokeTold the paper says that it can be revoked, and how
 * @param expiresOn         an event or condition in words, if it is no date
 * @param recordedBy        a staff account's id, or a source
 * @param fault             why it allows nothing, as a code; null while it is in force
 */
public record DisclosureConsent(UUID consentId, @Nullable String clientName, @Nullable String discloser,
        @Nullable String recipient, String recipientId, @Nullable String what, Set<String> scope,
        @Nullable String purpose, boolean rightToRevokeTold, @Nullable Instant expiresAt, @Nullable String expiresOn,
        @Nullable String signedBy, @Nullable Instant signedAt, String recordedBy, Instant recordedAt,
        @Nullable End end, @Nullable String fault) {

    /** @param why {@code REVOKED} or {@code EVENT} */
    public record End(String why, String how, String recordedBy, Instant occurredAt) {
    }

    public DisclosureConsent {
        scope = Set.copyOf(scope);
    }

    /** What a person enters; the rest is added where it is kept. */
    public record Entry(UUID consentId, @Nullable String clientName, @Nullable String discloser,
            @Nullable String recipient, String recipientId, @Nullable String what, Set<String> scope,
            @Nullable String purpose, boolean rightToRevokeTold, @Nullable Instant expiresAt,
            @Nullable String expiresOn, @Nullable String signedBy, @Nullable Instant signedAt, String recordedBy) {

        /** Never the names. */
        @Override
        public String toString() {
            return "Entry[consentId=" + consentId + "]";
        }
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "DisclosureConsent[consentId=" + consentId + "]";
    }
}
