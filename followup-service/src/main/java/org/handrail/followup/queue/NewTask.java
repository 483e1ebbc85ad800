package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for a person.
 *
 * @param taskKey     the same key raises the task once, however often it is told
 * @param enrolmentId null when no schedule asked for it
 * @param stepKey     null when no schedule asked for it
 * @param title       a message code of the console ({@code task.call-back}); never free text
 * @param reason      why it exists, a code ({@code consent-absent}, {@code inquiry-received})
 * @param onCall      clinical risk: staffed hours do not hold it back
 */
public record NewTask(
        String taskKey,
        UUID clientId,
        @Nullable UUID enrolmentId,
        @Nullable String stepKey,
        TaskKind kind,
        String title,
        String reason,
        Priority priority,
        Instant dueAt,
        boolean onCall) {
}
