package org.handrail.followup.queue.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.handrail.followup.queue.NewTask;

/**
 * The call-back of one client, asked for once or more in the same batch.
 *
 * @param id       of the task, unless there is an open one
 * @param priority as {@link org.handrail.followup.queue.Priority#ordinal}
 */
record CallBack(NewTask task, UUID id, int asked, int priority, Instant dueAt, boolean onCall) {

    static CallBack of(NewTask task, UUID id) {
        return new CallBack(task, id, 1, task.priority().ordinal(), task.dueAt(), task.onCall());
    }

    CallBack and(CallBack other) {
        return new CallBack(
                task,
                id,
                asked + other.asked,
                Math.min(Math.max(priority - other.asked, 0), other.priority),
                dueAt.isBefore(other.dueAt) ? dueAt : other.dueAt,
                onCall || other.onCall);
    }
}
