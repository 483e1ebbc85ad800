package org.handrail.messaging.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Topics that refused a record a short while ago. For one thread. */
final class RestingTopics {

    private static final Duration REST = Duration.ofSeconds(3);

    private final Map<String, Long> until = new HashMap<>();

    void rest(String topic) {
        until.put(topic, System.nanoTime() + REST.toNanos());
    }

    boolean contains(String topic) {
        return until.containsKey(topic);
    }

    boolean isEmpty() {
        return until.isEmpty();
    }

    /** Those still resting; the others may be tried again. */
    Collection<String> now() {
        long now = System.nanoTime();
        until.values().removeIf(end -> end - now < 0);
        return List.copyOf(until.keySet());
    }
}
