package org.handrail.notifier.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.handrail.notifier.delivery.Mailer.SendOutcome;

/**
 * Keeps a server that is in trouble from being tried with every message of the queue. After several failures in a row
 * that are the server's, or one outcome that nobody knows, only single probes go, further and further apart, until one
 * succeeds. By real time, whatever the clock of the service says. Thread-safe.
 */
public final class Circuit {

    private static final int FAILURES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private int failures;
    private boolean open;
    private Duration pause = FIRST_PAUSE;
    private long probeAt;

    /** @param nanos as {@link System#nanoTime()} */
    public Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How many may be claimed now, of that many wanted, with that many still on their way. */
    synchronized int allowance(int wanted, int underWay) {
        if (!open) {
            return wanted;
        }
        return underWay == 0 && nanos.getAsLong() - probeAt >= 0 ? Math.min(1, wanted) : 0;
    }

    synchronized void heard(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Unknown) {
            trip();
        } else if (isTrouble(outcome)) {
            failures++;
            if (open || failures >= FAILURES) {
                trip();
            }
        } else {
            failures = 0;
            open = false;
            pause = FIRST_PAUSE;
        }
    }

    public synchronized boolean isOpen() {
        return open;
    }

    private void trip() {
        open = true;
        probeAt = nanos.getAsLong() + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    /** A 4xx that is about the one message or mailbox is the server at work; 421 and 4.3.x are about the server. */
    private static boolean isTrouble(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused.operator();
        }
        return outcome instanceof SendOutcome.TryLater later
                && (!later.code().startsWith("4") || later.code().startsWith("421") || later.code().startsWith("4.3"));
    }
}
