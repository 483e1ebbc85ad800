package org.handrail.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that a commit left something to publish. Thread-safe. */
public final class Nudge {

    private final Semaphore given = new Semaphore(0);

    void give() {
        if (given.availablePermits() == 0) {
            given.release();
        }
    }

    /** Until the next nudge, at most so long. */
    void await(Duration longest) throws InterruptedException {
        given.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        given.drainPermits();
    }
}
