package org.handrail.followup.schedule;

import java.time.Duration;
import java.time.Instant;

/** What becomes of a step that is reached after its time, for instance after an outage. */
public sealed interface LatePolicy {

    /** How late a step may be before anybody would call it late. */
    Duration TOLERANCE = Duration.ofMinutes(5);

    boolean allows(Instant dueAt, Instant now);

    /** Still done, up to this late. */
    record SendWithin(Duration grace) implements LatePolicy {

        @Override
        public boolean allows(Instant dueAt, Instant now) {
            return !now.isAfter(dueAt.plus(grace));
        }
    }

    record Skip() implements LatePolicy {

        @Override
        public boolean allows(Instant dueAt, Instant now) {
            return !now.isAfter(dueAt.plus(TOLERANCE));
        }
    }

    /** However late; for tasks that must not get lost. */
    record Always() implements LatePolicy {

        @Override
        public boolean allows(Instant dueAt, Instant now) {
            return true;
        }
    }
}
