package org.handrail.standalone.faults;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.process.Midday;

/**
 * People who consent, ask for help, and one in ten of whom says stop: two events each, and the stops. Whoever gets no
 * answer, or one that says try again, tries again with the same Idempotency-Key, as every caller should.
 */
final class People {

    private static final int AT_ONCE = 16;
    private static final int ONE_IN = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String round;
    private final int count;
    private final Door door;
    private final Clock clock;
    private final AtomicInteger accepted = new AtomicInteger();
    /** By client id, since when the stop is in force. */
    private final Map<String, Instant> stops = new ConcurrentHashMap<>();

    People(String round, int count, Door door, Clock clock) {
        this.round = round;
        this.count = count;
        this.door = door;
        this.clock = clock;
    }

    /** Returns when everything was accepted. */
    void come() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    come(number);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    int accepted() {
        return accepted.get();
    }

    Map<String, Instant> stops() {
        return stops;
    }

    private void come(int number) throws Exception {
        String reference = round + number;
        String zone = Midday.zone(clock.instant());
        until("/api/v1/consents", reference + "-consent", Door.consent(reference, zone, clock.instant()));
        Door.Answer inquiry = until("/api/v1/inquiries", reference + "-inquiry", Door.inquiry(reference, zone));
        if (number % ONE_IN == 0) {
            Door.Answer stop = until("/api/v1/stops", reference + "-stop", Door.stop(reference, clock.instant()));
            if (stop.body().path("inForce").asBoolean()) {
                stops.put(inquiry.body().path("clientId").asString(),
                        Instant.parse(stop.body().path("inForceSince").asString()));
            }
        }
    }

    private Door.Answer until(String path, String key, Object body) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Door.Answer answer = door.post(path, key, body);
                if (answer.accepted()) {
                    accepted.incrementAndGet();
                    return answer;
                }
                if (answer.status() != 409 && answer.status() != 429 && answer.status() < 500) {
                    throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.body());
                }
            } catch (IOException notNow) {
                // it is being killed
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(path + " did not accept within " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
