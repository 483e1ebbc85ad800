package org.handrail.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A client's emailing preference as it was taken, to be entered in notifier-service's ledger (45 CFR 164.522(b),
 * with the warning that email is not secure). Withdrawals are {@link StopRequested}.
 *
 * @param consentId        identifies the act; the same one is entered once
 * @param wording          which text was shown or read out, and its version, for instance {@code web-form/3}
 * @param recordedBy       the source or the staff member's account id; a code, not a name
 * @param riskWarningShown without it the consent is deficient and allows nothing
 * @param expiresAt        null: until revoked, or until the event
 * @param expiresOn        the event that ends it, if one does; whichever of the two comes first
 */
public record ConsentRecorded(
        UUID clientId,
        UUID consentId,
        Purpose purpose,
        String wording,
        Language language,
        HowGiven how,
        String recordedBy,
        boolean riskWarningShown,
        Instant occurredAt,
        @Nullable Instant expiresAt,
        @Nullable ExpiryEvent expiresOn) implements Event {

    public ConsentRecorded {
        Checks.code("wording", wording);
        Checks.code("recordedBy", recordedBy);
    }

    /** One that no event ends. */
    public ConsentRecorded(UUID clientId, UUID consentId, Purpose purpose, String wording, Language language,
            HowGiven how, String recordedBy, boolean riskWarningShown, Instant occurredAt,
            @Nullable Instant expiresAt) {
        this(clientId, consentId, purpose, wording, language, how, recordedBy, riskWarningShown, occurredAt, expiresAt,
                null);
    }
}
