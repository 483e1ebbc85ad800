package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;

/** A task's place in the order of the queue: open first, then priority, due, id. */
public record TaskPosition(boolean ended, Priority priority, Instant dueAt, UUID id) {

    public static TaskPosition of(Task task) {
        return new TaskPosition(task.ending() != null, task.priority(), task.dueAt(), task.id());
    }
}
