package org.handrail.followup.queue.web;

import java.time.Duration;
import java.util.List;
import org.handrail.followup.queue.Task;
import org.handrail.followup.queue.TaskChange;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Why a task could not be changed, as a problem of the API. */
@Component
class TaskRefusals {

    private static final Duration STOP_TRIED_AGAIN = Duration.ofSeconds(10);

    private final StaffAccounts accounts;

    TaskRefusals(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    Problem problem(TaskChange change) {
        if (change instanceof TaskChange.HeldByAnother held) {
            return Problem.conflict("task-held", "Taken by " + holderOf(held.task()) + ".");
        }
        if (change instanceof TaskChange.AlreadyEnded) {
            return Problem.conflict("task-ended", "The task has been completed or closed.");
        }
        if (change instanceof TaskChange.ChangedMeanwhile) {
            return new Problem(412, "task-changed", "The task has changed",
                    "It is no longer the version that If-Match names.");
        }
        if (change instanceof TaskChange.OutcomeNotOffered) {
            return Problem.invalid("/outcome", "is for tasks about an email of which nobody knows whether it went");
        }
        if (change instanceof TaskChange.StopNotYetInForce) {
            return new Problem(503, "stop-not-yet-in-force", "The stop is not in force yet",
                    "It is kept and tried again until it is; the task stays open until then.")
                    .retryAfter(STOP_TRIED_AGAIN);
        }
        return Problem.notFound("There is no task with this id.");
    }

    private String holderOf(Task task) {
        return task.holder() == null ? "somebody else"
                : accounts.names(List.of(task.holder().account())).getOrDefault(task.holder().account(), "somebody else");
    }
}
