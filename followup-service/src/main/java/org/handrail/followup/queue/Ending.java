package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a task came to its end. */
public sealed interface Ending {

    Instant at();

    /** @param note free text of staff: never leaves the database but to the staff's own pages */
    record Completed(TaskOutcome outcome, @Nullable String note, UUID by, Instant at) implements Ending {

        @Override
        public String toString() {
            return "Completed[outcome=" + outcome + ", at=" + at + "]";
        }
    }

    /** @param reason a code */
    record Closed(String reason, Instant at) implements Ending {
    }
}
