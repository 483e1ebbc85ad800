package org.handrail.intake.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A client's emailing preference as a source took it.
 *
 * @param actId           the same for the same act, however often it is told
 * @param addressReadBack the client heard the address read back and said that it is right
 */
public record ConsentTaken(
        UUID actId,
        Set<Purpose> purposes,
        String wording,
        Language language,
        HowGiven how,
        boolean riskWarningShown,
        Instant occurredAt,
        @Nullable Instant expiresAt,
        @Nullable ExpiryEvent expiresOn,
        boolean addressReadBack) {

    public ConsentTaken {
        purposes = Set.copyOf(purposes);
    }
}
