package org.handrail.notifier.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger as the sending loop sees it. Each call is one transaction; one thread calls at a time. What it throws
 * leaves open whether the transaction took place.
 */
public interface Rounds {

    /**
     * Writes down what became of earlier claims, then claims what is due and what the last look lets go.
     *
     * @param finished written once, however often they are brought
     * @param wanted   at most that many are claimed; 0: none
     */
    Round next(Collection<Settlement> finished, int wanted);

    /**
     * Gives back what this process has as SENDING and does not know of: claimed in a transaction whose answer was
     * lost, never handed to the server.
     *
     * @param underWay what it does know of
     */
    void giveBackAllBut(Set<UUID> underWay);

    /** @param moreDue whether looking again at once is worth it */
    record Round(List<Claimed> claimed, boolean moreDue) {
    }
}
