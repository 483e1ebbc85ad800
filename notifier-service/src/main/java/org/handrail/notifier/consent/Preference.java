package org.handrail.notifier.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.handrail.contract.HowGiven;
import org.jspecify.annotations.Nullable;

/**
 * What the acts of one client for one purpose come to. No record means no send: only IN_FORCE allows anything.
 *
 * @param since     in this state since; for a withdrawal the moment it came into force here
 * @param expiresAt null: until revoked
 */
public record Preference(State state, HowGiven how, Instant since, @Nullable Instant expiresAt) {

    public enum State {
        IN_FORCE,
        EXPIRED,
        WITHDRAWN,
        /** Recorded without the warning that email is not secure. */
        DEFICIENT
    }

    private static final Comparator<ConsentAct> BY_TIME =
            Comparator.comparing(ConsentAct::countsFrom).thenComparing(ConsentAct::recordedAt)
                    .thenComparing(ConsentAct::actId);

    /**
     * The newest valid consent that no stop ended counts; a late older act therefore never undoes a newer one.
     *
     * @param acts of one client and purpose, in any order; the result does not depend on it
     * @return empty when there are none
     */
    public static Optional<Preference> of(Collection<ConsentAct> acts, Instant now) {
        List<ConsentAct> stops = acts.stream().filter(ConsentAct::isStop).sorted(BY_TIME).toList();
        return acts.stream()
                .filter(ConsentAct::isValidConsent)
                .filter(consent -> stops.stream().noneMatch(stop -> stop.ends(consent)))
                .max(BY_TIME)
                .map(consent -> given(consent, now))
                .or(() -> withdrawn(acts, stops))
                .or(() -> acts.stream().max(BY_TIME).map(Preference::deficient));
    }

    /** Expiry needs no event: it is read off the clock. */
    public boolean allowsAt(Instant now) {
        return state == State.IN_FORCE && (expiresAt == null || now.isBefore(expiresAt));
    }

    private static Preference given(ConsentAct consent, Instant now) {
        boolean over = consent.expiresAt() != null && !now.isBefore(consent.expiresAt());
        return new Preference(over ? State.EXPIRED : State.IN_FORCE, consent.how(), consent.countsFrom(),
                consent.expiresAt());
    }

    /** The first stop that ended the last consent: saying it again changes nothing. */
    private static Optional<Preference> withdrawn(Collection<ConsentAct> acts, List<ConsentAct> stops) {
        Optional<ConsentAct> last = acts.stream().filter(ConsentAct::isValidConsent).max(BY_TIME);
        return stops.stream()
                .filter(stop -> last.isEmpty() || stop.ends(last.get()))
                .min(Comparator.comparing(ConsentAct::recordedAt).thenComparing(ConsentAct::actId))
                .map(stop -> new Preference(State.WITHDRAWN, stop.how(), stop.recordedAt(), null));
    }

    private static Preference deficient(ConsentAct consent) {
        return new Preference(State.DEFICIENT, consent.how(), consent.countsFrom(), consent.expiresAt());
    }
}
