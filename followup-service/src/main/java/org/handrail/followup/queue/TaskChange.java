package org.handrail.followup.queue;

/** What came of asking to change a task. */
public sealed interface TaskChange {

    /** It is as asked; also when it was so before. */
    record Made(Task task) implements TaskChange {
    }

    record NoSuchTask() implements TaskChange {
    }

    /** Somebody else has it: {@code task.holder()}. */
    record HeldByAnother(Task task) implements TaskChange {
    }

    /** It was completed or closed before. */
    record AlreadyEnded(Task task) implements TaskChange {
    }

    /** The version asked for is no longer the current one. */
    record ChangedMeanwhile(Task task) implements TaskChange {
    }

    /** That can't come of such a task. */
    record OutcomeNotOffered(Task task) implements TaskChange {
    }

    /** The stop is kept and tried again until it is in force; the task stays open until then. */
    record StopNotYetInForce(Task task) implements TaskChange {
    }
}
