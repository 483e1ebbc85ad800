package org.handrail.notifier.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claimed delivery.
 *
 * @param reason      a code
 * @param nextAttempt set if and only if it is QUEUED again
 * @param attempted   a server was asked, or the message could not be made
 * @param suppress    mail can't reach the address: nothing more goes there
 * @param alerts      faults of our own, or of a provider: operators are told these codes
 */
public record Settlement(
        Claimed claimed, State state, String reason, @Nullable Instant nextAttempt, boolean attempted,
        boolean suppress, Set<String> alerts) {

    public Settlement {
        if ((nextAttempt != null) != (state == State.QUEUED)) {
            throw new IllegalArgumentException("nextAttempt belongs to QUEUED alone");
        }
        alerts = Set.copyOf(alerts);
    }

    static Settlement ended(Claimed claimed, State state, String reason) {
        return new Settlement(claimed, state, reason, null, true, false, Set.of());
    }

    static Settlement again(Claimed claimed, String reason, Instant nextAttempt) {
        return new Settlement(claimed, State.QUEUED, reason, nextAttempt, true, false, Set.of());
    }

    static Settlement putOff(Claimed claimed, String reason, Instant nextAttempt) {
        return new Settlement(claimed, State.QUEUED, reason, nextAttempt, false, false, Set.of());
    }

    Settlement alerting(String code) {
        Set<String> all = new HashSet<>(alerts);
        all.add(code);
        return new Settlement(claimed, state, reason, nextAttempt, attempted, suppress, all);
    }

    Settlement suppressing() {
        return new Settlement(claimed, state, reason, nextAttempt, attempted, true, alerts);
    }
}
