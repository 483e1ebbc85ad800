package org.handrail.notifier.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where the clerk and the senders meet. */
final class Desk {

    /** @param known what is SENDING and accounted for: under way, or finished and not written down yet */
    record Turn(List<Settlement> finished, int wanted, Set<UUID> known) {
    }

    private final int connections;
    private final Providers providers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forTheClerk = lock.newCondition();
    private final Condition forASender = lock.newCondition();
    private final Deque<Claimed> claimed = new ArrayDeque<>();
    private final Map<UUID, Claimed> underWay = new HashMap<>();
    private List<Settlement> finished = new ArrayList<>();
    private boolean look;
    private boolean closing;
    private boolean closed;

    Desk(Providers providers) {
        this.connections = providers.connections();
        this.providers = providers;
    }

    void look() {
        locked(() -> {
            look = true;
            forTheClerk.signal();
        });
    }

    /** No more claims; turns go on until everything is written down. */
    void close() {
        locked(() -> {
            closing = true;
            forTheClerk.signal();
        });
    }

    /** Waits until there is something to write down or something to claim; null: closed, and nothing is left. */
    @Nullable Turn awaitTurn() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                int wanted = look && !closing ? allowance() : 0;
                if (!finished.isEmpty() || wanted > 0) {
                    return turn(wanted);
                }
                if (closing && underWay.isEmpty()) {
                    closed = true;
                    forASender.signalAll();
                    return null;
                }
                // a sender that becomes free takes the look with it; otherwise the next tick does
                look &= !underWay.isEmpty();
                forTheClerk.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private int allowance() {
        return providers.allowance(connections - underWay.size(), underWay.size());
    }

    private Turn turn(int wanted) {
        List<Settlement> taken = finished;
        finished = new ArrayList<>();
        Set<UUID> known = new HashSet<>(underWay.keySet());
        taken.forEach(settlement -> known.add(settlement.claimed().delivery().id()));
        if (wanted > 0) {
            look = false;
        }
        return new Turn(taken, wanted, known);
    }

    void handOut(Rounds.Round round) {
        locked(() -> {
            look |= round.moreDue();
            round.claimed().forEach(one -> underWay.put(one.delivery().id(), one));
            claimed.addAll(round.claimed());
            round.claimed().forEach(one -> forASender.signal());
        });
    }

    /** The transaction failed, or its answer was lost. */
    void bringBack(Turn turn) {
        locked(() -> {
            finished.addAll(0, turn.finished());
            look |= turn.wanted() > 0;
        });
    }

    /** Waits for a message to send; null: closed. */
    @Nullable Claimed awaitClaimed() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (claimed.isEmpty()) {
                if (closed) {
                    return null;
                }
                forASender.await();
            }
            return claimed.poll();
        } finally {
            lock.unlock();
        }
    }

    void finish(Settlement settlement) {
        locked(() -> {
            underWay.remove(settlement.claimed().delivery().id());
            finished.add(settlement);
            forTheClerk.signal();
        });
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
