package org.handrail.notifier.smtp;

import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Connections between two messages. The one used last goes first, so that those which are not needed grow old and are
 * closed. Thread-safe.
 */
final class KeptConnections {

    private static final long LONGEST_IDLE = Duration.ofSeconds(60).toNanos();
    private static final long LONGEST_LIFE = Duration.ofMinutes(10).toNanos();
    private static final int MOST_MESSAGES = 1_000;

    private final Deque<Kept> idle = new ConcurrentLinkedDeque<>();

    record Kept(Conversation conversation, long openedAt, long idleSince) {
    }

    /** Empty: open another. */
    Optional<Kept> take() {
        for (Kept kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (isWorthKeeping(kept, System.nanoTime())) {
                return Optional.of(kept);
            }
            leave(kept);
        }
        return Optional.empty();
    }

    void giveBack(Conversation conversation, long openedAt) {
        Kept kept = new Kept(conversation, openedAt, System.nanoTime());
        if (isWorthKeeping(kept, kept.idleSince())) {
            idle.addFirst(kept);
        } else {
            leave(kept);
        }
    }

    void closeOld() {
        long now = System.nanoTime();
        for (Kept kept : idle) {
            if (!isWorthKeeping(kept, now) && idle.remove(kept)) {
                leave(kept);
            }
        }
    }

    void closeAll() {
        for (Kept kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            leave(kept);
        }
    }

    private static boolean isWorthKeeping(Kept kept, long now) {
        return kept.conversation().isOpen()
                && now - kept.idleSince() < LONGEST_IDLE
                && now - kept.openedAt() < LONGEST_LIFE
                && kept.conversation().delivered() < MOST_MESSAGES;
    }

    private static void leave(Kept kept) {
        kept.conversation().leave();
    }
}
