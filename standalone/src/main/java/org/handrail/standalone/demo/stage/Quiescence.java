package org.handrail.standalone.demo.stage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.handrail.standalone.demo.ledger.Ledgers;

/**
 * Waits until nothing moves: outboxes empty, consumers caught up, no step due, no message due or on its way. Whatever is
 * under way is in one of these places at any time, so two looks that find nothing, with nothing written to Kafka
 * between them, are enough.
 */
final class Quiescence {

    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Ledgers ledgers;
    private final Readers readers;
    private final Clock clock;

    Quiescence(Ledgers ledgers, Readers readers, Clock clock) {
        this.ledgers = ledgers;
        this.readers = readers;
        this.clock = clock;
    }

    /** @throws IllegalStateException telling what keeps moving */
    void await() {
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        Readers.Lag before = null;
        while (true) {
            List<String> unfinished = ledgers.unfinished(clock.instant());
            Readers.Lag lag = readers.lag();
            boolean quiet = unfinished.isEmpty() && lag.unread() == 0;
            if (quiet && lag.equals(before)) {
                return;
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Nothing comes to rest within " + LONGEST.toSeconds() + " s: "
                        + unfinished + ", " + lag.unread() + " records unread");
            }
            before = quiet ? lag : null;
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
