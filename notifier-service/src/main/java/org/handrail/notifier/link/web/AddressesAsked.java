package org.handrail.notifier.link.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts wishes for another address by where they come from, so that the page is no way to bother others. By real time. */
final class AddressesAsked {

    static final int MOST = 10;

    private final GuessLimit limit;

    /** @param nanos as {@link System#nanoTime()} */
    AddressesAsked(LongSupplier nanos) {
        this.limit = new GuessLimit(nanos, MOST, Duration.ofHours(1));
    }

    /** Counts this one. */
    boolean tooMany(String source) {
        return limit.wrong(source);
    }
}
