package org.handrail.notifier.delivery.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Decision;
import org.handrail.notifier.delivery.LastLook;
import org.handrail.notifier.delivery.Situation;

/** Locks what is due, reads what the last look goes by, and asks it, row by row. One thread. */
public final class Claiming {

    /** When the last look lets little go, many rows are looked at in one transaction. */
    private static final int MOST_AT_A_TIME = 256;

    record Looked(List<Claimed> claimed, List<RowChange> changes, boolean moreDue) {

        static Looked nothing(boolean moreDue) {
            return new Looked(List.of(), List.of(), moreDue);
        }
    }

    private final DueRows due;
    private final Situations situations;
    private final LastLook lastLook;
    private final LastLook.Objection pace;
    private int spare;

    /** @param pace asked of what would be claimed, and of nothing else */
    Claiming(DueRows due, Situations situations, LastLook lastLook, LastLook.Objection pace) {
        this.due = due;
        this.situations = situations;
        this.lastLook = lastLook;
        this.pace = pace;
    }

    Looked look(Instant now, int wanted) {
        if (wanted == 0) {
            return Looked.nothing(false);
        }
        int limit = wanted + spare;
        DueRows.Locked locked = due.lock(now, limit);
        if (locked.deliveries().isEmpty()) {
            spare = Math.min(MOST_AT_A_TIME, locked.seen() * 2);
            return Looked.nothing(locked.more() && locked.seen() < limit);
        }
        Looked looked = decide(situations.of(locked.deliveries(), now), wanted, locked.more());
        int refused = looked.changes().size() - looked.claimed().size() + locked.seen() - locked.deliveries().size();
        spare = Math.min(MOST_AT_A_TIME, Math.max(refused * 2, spare / 2));
        return looked;
    }

    private Looked decide(List<Situation> all, int wanted, boolean moreDue) {
        List<Claimed> claimed = new ArrayList<>();
        List<RowChange> changes = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        boolean left = false;
        for (Situation situation : all) {
            Decision decision = lastLook.decide(situation);
            if (decision instanceof Decision.Go && (claimed.size() == wanted || !taken.add(turnOf(situation)))) {
                left = true;
                continue;
            }
            if (decision instanceof Decision.Go) {
                decision = pace.to(situation);
            }
            if (decision instanceof Decision.Go) {
                claimed.add(new Claimed(situation.delivery(), Objects.requireNonNull(situation.recipient()),
                        situation.appointment()));
            }
            changes.add(RowChange.of(situation, decision));
        }
        return new Looked(claimed, changes, moreDue || left);
    }

    /**
     * What only one of the rows looked at together may use, for each would see the others as not sent yet: a client's
     * one email of the day, an address's receipts. The others are looked at again in the next round.
     */
    private static Object turnOf(Situation situation) {
        if (situation.delivery().isCapped()) {
            return situation.delivery().clientId();
        }
        return situation.receiptAddress() == null ? situation.delivery().id() : situation.receiptAddress();
    }
}
