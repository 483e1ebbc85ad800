package org.handrail.notifier.link.web;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Counts wrong days by appointment, so that nobody gets through by trying one after the other. By real time. */
final class WrongDays {

    static final int MOST = 4;

    private final GuessLimit limit;

    /** @param nanos as {@link System#nanoTime()} */
    WrongDays(LongSupplier nanos) {
        this.limit = new GuessLimit(nanos, MOST, Duration.ofMinutes(10));
    }

    void wrong(UUID appointmentId) {
        limit.wrong(appointmentId.toString());
    }

    boolean tooMany(UUID appointmentId) {
        return limit.tooMany(appointmentId.toString());
    }
}
