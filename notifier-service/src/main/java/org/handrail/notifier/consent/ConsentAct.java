package org.handrail.notifier.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: a consent given, or a stop said, for one purpose by email. Never changed afterwards.
 *
 * @param wording            which text, with its version; null for a stop
 * @param riskWarningShown   a consent without it is deficient and allows nothing; true for a stop
 * @param occurredAt         in the source's time
 * @param recordedAt         in ours
 * @param expiresAt          the date, or when the event took place, whichever comes first; null: neither so far
 * @param expiresOn          the event that ends it; null: none does
 */
public record ConsentAct(
        UUID clientId, UUID actId, Kind kind, Purpose purpose, @Nullable String wording, @Nullable Language language,
        HowGiven how, String recordedBy, boolean riskWarningShown, Instant occurredAt, Instant recordedAt,
        @Nullable Instant expiresAt, @Nullable ExpiryEvent expiresOn) {

    public enum Kind { GIVEN, STOPPED }

    /** How far apart the clocks of two sources may be without a consent outliving a stop that was said after it. */
    static final Duration SKEW = Duration.ofMinutes(5);

    public static ConsentAct of(ConsentRecorded consent, Instant recordedAt) {
        return new ConsentAct(consent.clientId(), consent.consentId(), Kind.GIVEN, consent.purpose(),
                consent.wording(), consent.language(), consent.how(), consent.recordedBy(),
                consent.riskWarningShown(), consent.occurredAt(), recordedAt, consent.expiresAt(), consent.expiresOn());
    }

    /** One act a purpose. */
    public static List<ConsentAct> of(StopRequested stop, Instant recordedAt) {
        return stop.purposes().stream()
                .map(purpose -> new ConsentAct(stop.clientId(), stop.stopId(), Kind.STOPPED, purpose, null, null,
                        stop.how(), stop.recordedBy(), true, stop.occurredAt(), recordedAt, null, null))
                .toList();
    }

    /** A source whose clock is ahead can't put an act into the future, where no later one would count. */
    Instant countsFrom() {
        return occurredAt.isBefore(recordedAt) ? occurredAt : recordedAt;
    }

    boolean isStop() {
        return kind == Kind.STOPPED;
    }

    boolean isValidConsent() {
        return kind == Kind.GIVEN && riskWarningShown;
    }

    /** Whether this stop ends that consent: said no earlier, or by clocks too close to tell and entered later. */
    boolean ends(ConsentAct consent) {
        return !consent.countsFrom().isAfter(countsFrom())
                || !consent.recordedAt.isAfter(recordedAt) && !consent.countsFrom().isAfter(countsFrom().plus(SKEW));
    }
}
