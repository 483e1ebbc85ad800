package org.handrail.followup.publishing;

import java.time.Clock;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.publishing.Move.State;
import org.handrail.followup.queue.Transactions;

/**
 * Admins pause a move, let it go on or cancel it; between two batches, never within one. Whoever has been moved stays
 * moved. Asking for what is so already is no fault.
 */
public final class SteeringMoves {

    private final Moves moves;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    public SteeringMoves(Moves moves, Transactions transactions, AuditTrail audit, Clock clock) {
        this.moves = moves;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Outcome {
    }

    public record Steered(Move move) implements Outcome {
    }

    /** It is done or cancelled. */
    public record Ended(Move move) implements Outcome {
    }

    public record Unknown() implements Outcome {
    }

    public Outcome pause(UUID moveId, UUID by) {
        return steer(moveId, State.PAUSED, "schedule.move-paused", by);
    }

    public Outcome resume(UUID moveId, UUID by) {
        return steer(moveId, State.RUNNING, "schedule.move-resumed", by);
    }

    public Outcome cancel(UUID moveId, UUID by) {
        return steer(moveId, State.CANCELLED, "schedule.move-cancelled", by);
    }

    private Outcome steer(UUID moveId, State wanted, String action, UUID by) {
        return transactions.inOne(() -> moves.hold(moveId).map(move -> {
            if (move.state() == wanted) {
                return new Steered(move);
            }
            if (!move.isUnderWay()) {
                return new Ended(move);
            }
            Move steered = move.in(wanted, clock.instant());
            moves.store(steered);
            audit.record(new AuditEntry(clock.instant(), by, action, null, moveId.toString()));
            return new Steered(steered);
        }).orElseGet(Unknown::new));
    }
}
