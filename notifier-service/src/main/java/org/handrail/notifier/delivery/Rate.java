package org.handrail.notifier.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/** So many a second on average, some at once; by real time. More may be taken than is free: that is paid back first. */
final class Rate {

    static final double NO_LIMIT = 0;

    private final double perSecond;
    private final double most;
    private final LongSupplier nanos;
    private double free;
    private long countedAt;

    /** @param most that many at once, after a rest */
    Rate(double perSecond, double most, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.most = most;
        this.nanos = nanos;
        this.free = most;
        this.countedAt = nanos.getAsLong();
    }

    synchronized int free() {
        if (perSecond == NO_LIMIT) {
            return Integer.MAX_VALUE;
        }
        count();
        return (int) Math.floor(free);
    }

    synchronized void take() {
        if (perSecond != NO_LIMIT) {
            count();
            free--;
        }
    }

    /** From one to the next. */
    Duration interval() {
        return perSecond == NO_LIMIT ? Duration.ZERO : Duration.ofNanos((long) (1e9 / perSecond));
    }

    private void count() {
        long now = nanos.getAsLong();
        free = Math.min(most, free + (now - countedAt) / 1e9 * perSecond);
        countedAt = now;
    }
}
