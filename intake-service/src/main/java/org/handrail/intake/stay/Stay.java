package org.handrail.intake.stay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a client, from admission to discharge; either may be told first.
 *
 * @param admissionAsOf when the source knew of the admission time kept here; likewise {@code dischargeAsOf}
 */
public record Stay(
        UUID id,
        UUID clientId,
        String siteId,
        @Nullable Instant admittedAt,
        @Nullable Instant admissionAsOf,
        @Nullable Instant dischargedAt,
        boolean againstAdvice,
        @Nullable Instant dischargeAsOf) {

    /** What comes of a thing told. @param why a code, null when it is applied */
    public record Decision(Stay next, boolean applied, @Nullable String why) {
    }

    static Stay begun(UUID id, UUID clientId, String siteId) {
        return new Stay(id, clientId, siteId, null, null, null, false, null);
    }

    /** An admission told after its discharge is kept, but it no longer brings anybody in. */
    Decision admitted(Instant at, Instant occurredAt) {
        if (admissionAsOf != null && occurredAt.isBefore(admissionAsOf)) {
            return new Decision(this, false, "older-than-latest");
        }
        if (at.equals(admittedAt)) {
            return new Decision(this, false, "nothing-changed");
        }
        Stay next = new Stay(id, clientId, siteId, at, occurredAt, dischargedAt, againstAdvice, dischargeAsOf);
        return dischargedAt == null
                ? new Decision(next, true, null)
                : new Decision(next, false, "already-discharged");
    }

    Decision discharged(Instant at, boolean advice, Instant occurredAt) {
        if (dischargeAsOf != null && occurredAt.isBefore(dischargeAsOf)) {
            return new Decision(this, false, "older-than-latest");
        }
        if (at.equals(dischargedAt) && advice == againstAdvice) {
            return new Decision(this, false, "nothing-changed");
        }
        return new Decision(
                new Stay(id, clientId, siteId, admittedAt, admissionAsOf, at, advice, occurredAt), true, null);
    }
}
