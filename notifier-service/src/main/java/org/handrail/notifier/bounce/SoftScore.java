package org.handrail.notifier.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How doubtful an address has become. A soft bounce counts one, half as much for every seven days of its age, and half
 * as much again for every mail that went to the address after it and did not come back.
 */
final class SoftScore {

    static final Duration HALF_LIFE = Duration.ofDays(7);
    /** Three within four days reach it; one a week never does. */
    static final double TOO_MUCH = 2.5;

    private SoftScore() {
    }

    static double of(Collection<Instant> bounces, Collection<Instant> arrived, Instant now) {
        return bounces.stream().mapToDouble(bounce -> {
            double age = Math.max(0, Duration.between(bounce, now).toMillis()) / (double) HALF_LIFE.toMillis();
            long since = arrived.stream().filter(bounce::isBefore).count();
            return Math.pow(0.5, age + since);
        }).sum();
    }
}
