package org.handrail.notifier.bounce.imap;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How the reader stands, for health and metrics. Thread-safe. */
public final class MailboxState {

    private final LongSupplier nanoTime;
    private volatile long lookedAt;
    private volatile boolean resting;
    private volatile @Nullable String fault;

    MailboxState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
    }

    void looked() {
        lookedAt = nanoTime.getAsLong();
        resting = false;
        fault = null;
    }

    /** Another instance looks. */
    void resting() {
        lookedAt = nanoTime.getAsLong();
        resting = true;
        fault = null;
    }

    void failed(String code) {
        fault = code;
    }

    /** Since the last look that succeeded, or since it became another instance's turn, or since the start. */
    public Duration age() {
        return Duration.ofNanos(nanoTime.getAsLong() - lookedAt);
    }

    public boolean isResting() {
        return resting;
    }

    /** A code; null when the last look succeeded. */
    public @Nullable String fault() {
        return fault;
    }
}
