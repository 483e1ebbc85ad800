package org.handrail.followup.schedule;

import java.time.Duration;

/** What becomes of a step that is reached after its time, for instance after an outage. */
public sealed interface LatePolicy {

    /** How late a step may be before anybody would call it late. */
    Duration TOLERANCE = Duration.ofMinutes(5);

    /** Still done, up to this late. */
    record SendWithin(Duration grace) implements LatePolicy {
    }

    record Skip() implements LatePolicy {
    }

    /** However late; for tasks that must not get lost. */
    record Always() implements LatePolicy {
    }
}
