package org.handrail.followup.queue.web;

import java.time.Instant;
import java.util.UUID;
import org.handrail.followup.queue.Ending;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.queue.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A task in the API.
 *
 * @param title             code of what is to be done
 * @param reason            code of why
 * @param asked             how many times it was asked for while open
 * @param takenBy           account id; absent while nobody has it
 * @param endedReason       code; of a task that the facts closed
 * @param stopNotYetInForce a stop was said during this task and is being retried
 */
record TaskView(
        UUID id, int version, UUID clientId, TaskKind kind, String title, String reason, Priority priority,
        Instant dueAt, boolean overdue, boolean onCall, int asked, Instant raisedAt, TaskState state,
        @Nullable UUID takenBy, @Nullable Instant takenAt, @Nullable TaskOutcome outcome,
        @Nullable String endedReason, @Nullable Instant endedAt,
        boolean stopNotYetInForce, @Nullable Instant stopInForceSince) {

    static TaskView of(Task task, Instant now, boolean stopWaiting, @Nullable Instant stopInForceSince) {
        return new TaskView(
                task.id(), task.version(), task.clientId(), task.kind(), task.title(), task.reason(), task.priority(),
                task.dueAt(), task.isOverdue(now), task.onCall(), task.asked(), task.raisedAt(), task.state(),
                task.holder() == null ? null : task.holder().account(),
                task.holder() == null ? null : task.holder().since(),
                task.ending() instanceof Ending.Completed completed ? completed.outcome() : null,
                task.ending() instanceof Ending.Closed closed ? closed.reason() : null,
                task.ending() == null ? null : task.ending().at(),
                stopWaiting, stopInForceSince);
    }
}
