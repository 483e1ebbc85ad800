package org.handrail.followup.queue.web;

import java.util.UUID;
import org.handrail.followup.queue.CompleteTask;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What came of a task.
 *
 * @param note free text for colleagues, at most 4,000 characters
 */
record CompletionBody(@Nullable TaskOutcome outcome, @Nullable String note) {

    CompleteTask command(UUID taskId, @Nullable Integer version, UUID by) {
        if (outcome == null) {
            throw Problem.invalid("/outcome", "must be given");
        }
        if (note != null && note.strip().length() > CompleteTask.LONGEST_NOTE) {
            throw Problem.invalid("/note", "must have at most " + CompleteTask.LONGEST_NOTE + " characters");
        }
        return new CompleteTask(taskId, version, by, outcome, note);
    }
}
