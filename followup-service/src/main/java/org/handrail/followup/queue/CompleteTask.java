package org.handrail.followup.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person says that a task is done.
 *
 * @param version the one that the person saw; null: whichever is current
 * @param note    free text, at most {@value #LONGEST_NOTE} characters
 */
public record CompleteTask(
        UUID taskId, @Nullable Integer version, UUID by, TaskOutcome outcome, @Nullable String note) {

    public static final int LONGEST_NOTE = 4000;

    public CompleteTask {
        note = note == null || note.isBlank() ? null : note.strip();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note must have at most " + LONGEST_NOTE + " characters");
        }
        if (note != null && note.chars().anyMatch(c -> c == 0)) {
            throw new IllegalArgumentException("note must be text");
        }
    }

    @Override
    public String toString() {
        return "CompleteTask[taskId=" + taskId + ", outcome=" + outcome + "]";
    }
}
