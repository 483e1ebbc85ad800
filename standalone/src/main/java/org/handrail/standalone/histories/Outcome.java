package org.handrail.standalone.histories;

import java.time.Instant;
import java.util.UUID;

/**
 * What came of a step.
 *
 * @param subject the appointment, inquiry or call that it is about
 * @param version of the appointment; 0 without one
 */
record Outcome(Instant at, Kind kind, String schedule, UUID subject, int version, String step)
        implements Comparable<Outcome> {

    enum Kind { MAIL, TASK }

    @Override
    public int compareTo(Outcome other) {
        return toString().compareTo(other.toString());
    }
}
