package org.handrail.notifier.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long until the next attempt: doubling, with jitter so that what failed together does not return together. */
public record BackOff(Duration first, Duration longest, RandomGenerator random) {

    private static final double JITTER = 0.2;

    /** @param attempts made so far, 1 or more */
    Duration after(int attempts) {
        double doubled = first.toMillis() * Math.pow(2, Math.max(0, attempts - 1));
        double pause = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis((long) (pause * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
