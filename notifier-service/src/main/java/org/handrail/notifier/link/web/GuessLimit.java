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
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int ADDRESSES = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    /** @param nanos as {@link System#nanoTime()} */
    GuessLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @return whether it was one too many */
    synchronized boolean wrong(String address) {
        long now = nanos.getAsLong();
        Window window = windows.get(address);
        if (window == null || now - window.since >= WINDOW) {
            windows.remove(address);
            if (windows.size() >= ADDRESSES) {
                windows.remove(windows.keySet().iterator().next());
            }
            window = new Window(now);
            windows.put(address, window);
        }
        return ++window.guesses > GUESSES;
    }

    private static final class Window {

        private final long since;
        private int guesses;

        private Window(long since) {
            this.since = since;
        }
    }
}
