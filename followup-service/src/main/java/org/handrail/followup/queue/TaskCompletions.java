package org.handrail.followup.queue;

/** Who wants to know of completed tasks; called in the transaction that completes. */
@FunctionalInterface
public interface TaskCompletions {

    void completed(TaskCompleted task);
}
