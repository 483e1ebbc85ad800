package org.handrail.notifier.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claimed delivery.
 *
 * @param reason      a code
 * @param nextAttempt set if and only if it is QUEUED again
 * @param suppress    mail can't reach the address: nothing more goes there
 * @param alert       a fault of our own: operators are told this code
 */
public record Settlement(
        Claimed claimed, State state, String reason, @Nullable Instant nextAttempt, boolean suppress,
        @Nullable String alert) {

    public Settlement {
        if ((nextAttempt != null) != (state == State.QUEUED)) {
            throw new IllegalArgumentException("nextAttempt belongs to QUEUED alone");
        }
    }

    static Settlement ended(Claimed claimed, State state, String reason) {
        return new Settlement(claimed, state, reason, null, false, null);
    }

    Settlement alerting(String code) {
        return new Settlement(claimed, state, reason, nextAttempt, suppress, code);
    }

    Settlement suppressing() {
        return new Settlement(claimed, state, reason, nextAttempt, true, alert);
    }
}
