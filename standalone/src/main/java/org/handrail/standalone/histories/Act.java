package org.handrail.standalone.histories;

import java.time.Instant;
import org.handrail.contract.Event;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.ScheduleVersion;
import org.jspecify.annotations.Nullable;

/** Something that happens in a history. */
sealed interface Act {

    Instant at();

    /** A fact reaches follow-up, maybe late, again, or after a newer one. */
    record Told(Instant at, Event fact) implements Act {
    }

    /** Staff complete one of their open tasks. */
    record Completed(Instant at, int which, TaskOutcome outcome) implements Act {
    }

    /** Nothing is released from then until then. */
    record Outage(Instant at, Instant until) implements Act {
    }

    /**
     * An admin publishes an edit.
     *
     * @param move   whether those enrolled go by it from then on
     * @param before only those for whom this step is still ahead; null: everybody
     */
    record Published(Instant at, ScheduleVersion version, boolean move, @Nullable String before) implements Act {
    }
}
