package org.handrail.standalone.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * @param acts       in order of time
 * @param deliveries how long after each mail, in turn, its delivery becomes known
 */
record History(long seed, Instant start, List<Act> acts, List<Duration> deliveries) {

    History {
        acts = List.copyOf(acts);
        deliveries = List.copyOf(deliveries);
    }

    History with(List<Act> others) {
        return new History(seed, start, others, deliveries);
    }
}
