package org.handrail.notifier.link.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts tokens that we did not make, by the address they come from. Only the answer to such a token changes when
 * there are too many: whoever holds a real one is never turned away. Bounded, thread-safe; by real time.
 */
final class GuessLimit {

    static final int GUESSES = 30;
    private static final int ADDRESSES = 10_000;

    private final LongSupplier nanos;
    private final int most;
    private final long length;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    /** @param nanos as {@link System#nanoTime()} */
    GuessLimit(LongSupplier nanos) {
        this(nanos, GUESSES, Duration.ofMinutes(1));
    }

    GuessLimit(LongSupplier nanos, int most, Duration length) {
        this.nanos = nanos;
        this.most = most;
        this.length = length.toNanos();
    }

    /** @return whether it was one too many */
    synchronized boolean wrong(String address) {
        long now = nanos.getAsLong();
        Window window = windows.get(address);
        if (window == null || now - window.since >= length) {
            windows.remove(address);
            if (windows.size() >= ADDRESSES) {
                windows.remove(windows.keySet().iterator().next());
            }
            window = new Window(now);
            windows.put(address, window);
        }
        return ++window.guesses > most;
    }

    /** Whether there were as many as there may be; this look does not count. */
    synchronized boolean tooMany(String address) {
        Window window = windows.get(address);
        return window != null && nanos.getAsLong() - window.since < length && window.guesses >= most;
    }

    private static final class Window {

        private final long since;
        private int guesses;

        private Window(long since) {
            this.since = since;
        }
    }
}
