package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.handrail.followup.schedule.StopEvent;
import org.jspecify.annotations.Nullable;

/**
 * What follow-up knows of a client besides appointments.
 *
 * @param zone  as the contact gave it; null if unknown
 * @param contactVersion which contact gave it; 0: none is known
 * @param lastStops when each kind of stop last happened, so that a fact that arrives late starts nothing that a later
 *                  one has ended
 */
public record Person(
        @Nullable String zone, int contactVersion, Map<StopEvent, Instant> lastStops, @Nullable Instant deceasedAt) {

    public static final Person UNKNOWN = new Person(null, 0, Map.of(), null);

    public Person {
        lastStops = Map.copyOf(lastStops);
    }

    Person in(@Nullable String otherZone, int version) {
        return new Person(otherZone, version, lastStops, deceasedAt);
    }

    Person stopped(StopEvent stop, Instant at) {
        Map<StopEvent, Instant> stops = new EnumMap<>(StopEvent.class);
        stops.putAll(lastStops);
        stops.merge(stop, at, (one, other) -> one.isAfter(other) ? one : other);
        return new Person(zone, contactVersion, stops, deceasedAt);
    }

    Person deceased(Instant at) {
        return new Person(zone, contactVersion, lastStops, at);
    }

    boolean stoppedAfter(StopEvent stop, Instant instant) {
        Instant last = lastStops.get(stop);
        return last != null && last.isAfter(instant);
    }
}
