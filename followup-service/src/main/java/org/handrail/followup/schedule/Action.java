package org.handrail.followup.schedule;

import java.time.Duration;
import java.util.Optional;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;

/** What a step does. */
public sealed interface Action {

    /**
     * Work for staff.
     *
     * @param title  a message code of the console
     * @param due    from when it is raised, in staffed hours; on the stopwatch when {@code onCall}
     * @param onCall clinical risk: staffed hours and holidays hold back neither it nor its due time
     */
    record Task(TaskKind kind, String title, Priority priority, Duration due, boolean onCall) implements Action {
    }

    /**
     * An email.
     *
     * @param template       key, without language
     * @param withoutConsent the task it becomes when it can't be mailed; empty: skipped
     */
    record Email(String template, Purpose purpose, Optional<Task> withoutConsent) implements Action {

        /** A receipt goes at any hour: whoever wrote at night is awake and waits for it. */
        public boolean keepsWindow() {
            return purpose != Purpose.RECEIPTS;
        }
    }
}
