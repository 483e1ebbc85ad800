package org.handrail.followup.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue as staff see and work it. */
public interface Board {

    Optional<Task> find(UUID taskId);

    /** @param after where the page before ended; null for the first one */
    TaskPage page(TaskFilter filter, @Nullable TaskPosition after, int size);

    /** A client's open tasks, in the order of the queue. */
    List<Task> openOf(UUID clientId);

    /** Until the caller's transaction ends nobody else changes it. */
    Optional<Task> lock(UUID taskId);

    /** Stores a task that the caller has locked. */
    void save(Task task);

    /** What asks for it still; within the caller's transaction. */
    Collection<Asker> askers(UUID taskId);

    /** The reminder of which nobody knows whether it went, where that is what the task is about. */
    default Optional<UUID> unknownMail(UUID taskId) {
        return Optional.empty();
    }

    /** Should its reminder get lost a second time, that is another task; within the caller's transaction. */
    default void letAskAgain(UUID taskId) {
    }

    /** Puts back what was taken before and is still open. */
    int returnTakenBefore(Instant takenBefore);

    /** A step of an enrolment that asked for a task. */
    record Asker(UUID enrolmentId, @Nullable String stepKey) {
    }
}
