package org.handrail.notifier.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a provider that is in trouble from being tried with every message of the queue. After several failures in a
 * row that are the provider's own, or one outcome that nobody knows, it opens: only single probes go, further and
 * further apart, until one succeeds. Then it fills again step by step, and only after a while of that does the next
 * outage begin with a short pause. By real time, whatever the clock of the service says. Thread-safe.
 */
final class Circuit {

    /** Leave to send one message. @param probe the one that finds out whether the provider is back */
    record Ticket(boolean probe) {
    }

    private static final int FAILURES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Each such probe may leave a mail that nobody knows about. */
    private static final Duration LONGEST_AFTER_UNKNOWN = Duration.ofMinutes(10);
    private static final double JITTER = 0.2;
    /** So many in a row that went well make an outage forgotten. */
    private static final int WELL = 10;

    private final int full;
    private final LongSupplier nanos;
    private final RandomGenerator random;
    private int failures;
    private int successes;
    private boolean open;
    private boolean probing;
    private int atOnce;
    private Duration pause = FIRST_PAUSE;
    private long probeAt;

    /**
     * @param full  how many are on their way at a time when all is well
     * @param nanos as {@link System#nanoTime()}
     */
    Circuit(int full, LongSupplier nanos, RandomGenerator random) {
        this.full = full;
        this.atOnce = full;
        this.nanos = nanos;
        this.random = random;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** How many may be on their way at a time while it is closed. */
    synchronized int atOnce() {
        return atOnce;
    }

    synchronized boolean isProbeDue() {
        return open && !probing && nanos.getAsLong() - probeAt >= 0;
    }

    /** Whoever gets a ticket must bring it back with {@link #heard}. Null: the provider is to be left alone. */
    synchronized @Nullable Ticket admit() {
        if (!open) {
            return new Ticket(false);
        }
        if (!isProbeDue()) {
            return null;
        }
        probing = true;
        return new Ticket(true);
    }

    /** @return whether this opened it, or kept it open */
    synchronized boolean heard(Ticket ticket, SendOutcome outcome) {
        if (open && !ticket.probe()) {
            // set out before it opened: it has nothing new to tell
            return false;
        }
        probing = false;
        boolean well = !(outcome instanceof SendOutcome.Unknown) && !isProvidersOwn(outcome);
        successes = well ? successes + 1 : 0;
        if (outcome instanceof SendOutcome.Unknown) {
            return open(LONGEST_AFTER_UNKNOWN);
        }
        if (!well) {
            failures++;
            atOnce = Math.max(1, atOnce / 2);
            return (ticket.probe() || failures >= FAILURES) && open(LONGEST_PAUSE);
        }
        failures = 0;
        atOnce = open ? 1 : Math.min(full, atOnce * 2);
        open = false;
        pause = successes >= WELL ? FIRST_PAUSE : pause;
        return false;
    }

    private boolean open(Duration longest) {
        open = true;
        failures = 0;
        probeAt = nanos.getAsLong() + (long) (pause.toNanos() * (1 + JITTER * random.nextDouble()));
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        return true;
    }

    /** Neither the message's fault nor the recipient's: another provider may well take it. */
    static boolean isProvidersOwn(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused.operator();
        }
        return outcome instanceof SendOutcome.TryLater later && later.trouble() == Trouble.PROVIDER;
    }
}
