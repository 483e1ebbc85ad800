package org.handrail.notifier.delivery.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.handrail.notifier.delivery.Decision;
import org.handrail.notifier.delivery.Settlement;
import org.handrail.notifier.delivery.Situation;
import org.handrail.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/**
 * A change of one row: a claim, a refusal of the last look, or the end of an attempt.
 *
 * @param settling    the row is this process's and SENDING; else it is locked here and QUEUED
 * @param nextAttempt null: as it was
 * @param addressVersion null: as it was
 * @param capped         it counts as the client's one email of the day
 * @param templateVersion null: as it was
 */
record RowChange(
        UUID id, boolean settling, State state, String reason, @Nullable Instant nextAttempt, boolean attempted,
        @Nullable Integer addressVersion, boolean capped, @Nullable Integer templateVersion) {

    private RowChange(UUID id, boolean settling, State state, String reason, @Nullable Instant nextAttempt,
            boolean attempted, @Nullable Integer addressVersion, boolean capped) {
        this(id, settling, state, reason, nextAttempt, attempted, addressVersion, capped, null);
    }

    static RowChange of(Situation situation, Decision decision) {
        return decision instanceof Decision.Go ? claim(situation) : objection(situation.delivery().id(), decision);
    }

    /** @param decision any but to go */
    static RowChange objection(UUID id, Decision decision) {
        if (decision instanceof Decision.Wait wait) {
            return new RowChange(id, false, State.QUEUED, wait.reason(), wait.until(), false, null, false);
        }
        if (decision instanceof Decision.Skip skip) {
            return new RowChange(id, false, State.SKIPPED, skip.reason(), null, false, null, false);
        }
        if (decision instanceof Decision.Withdraw withdraw) {
            return new RowChange(id, false, State.WITHDRAWN, withdraw.reason(), null, false, null, false);
        }
        throw new IllegalArgumentException("no objection");
    }

    private static RowChange claim(Situation situation) {
        return new RowChange(situation.delivery().id(), false, State.SENDING, "claimed", null, false,
                situation.recipient() == null || situation.delivery().isOfAddressChange() ? null
                        : situation.recipient().addressVersion(),
                situation.delivery().isCapped());
    }

    /** The claim of a message made from that version of its template; 0: of none. */
    RowChange madeFrom(int version) {
        return version == 0 ? this
                : new RowChange(id, settling, state, reason, nextAttempt, attempted, addressVersion, capped, version);
    }

    /** What did not reach the client gives the client's one email of the day back. */
    static RowChange of(Settlement settlement) {
        boolean counts = settlement.state() == State.SENT || settlement.state() == State.UNKNOWN;
        return new RowChange(settlement.claimed().delivery().id(), true, settlement.state(), settlement.reason(),
                settlement.nextAttempt(), settlement.attempted(), null,
                counts && settlement.claimed().delivery().isCapped());
    }

    /** QUEUED and SENDING are the ledger's own affair. */
    static boolean isTold(State state) {
        return state != State.QUEUED && state != State.SENDING;
    }
}
