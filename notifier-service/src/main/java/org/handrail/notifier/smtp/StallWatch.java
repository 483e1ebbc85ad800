package org.handrail.notifier.smtp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends what hangs. Read timeouts start anew with every byte and writes have none, so a server that trickles or stops
 * reading would hold a thread for ever; here each step has one deadline, watched by one thread for all connections.
 */
final class StallWatch implements AutoCloseable {

    private static final long TICK_MILLIS = 200;

    private final Set<KeptSocket> sockets = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "smtp-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param alsoEachSecond other housekeeping; must not throw */
    StallWatch(Runnable alsoEachSecond) {
        watch.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        watch.scheduleWithFixedDelay(alsoEachSecond, 1, 1, TimeUnit.SECONDS);
    }

    void add(KeptSocket socket) {
        sockets.add(socket);
    }

    private void look() {
        long now = System.nanoTime();
        sockets.removeIf(KeptSocket::isClosed);
        sockets.forEach(socket -> socket.closeIfStalled(now));
    }

    @Override
    public void close() {
        watch.shutdownNow();
        sockets.forEach(KeptSocket::closeQuietly);
    }
}
