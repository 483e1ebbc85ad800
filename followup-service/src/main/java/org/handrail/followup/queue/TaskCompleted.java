package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person completed a task; schedules listen through {@link TaskCompletions}. */
public record TaskCompleted(
        UUID taskId,
        UUID clientId,
        @Nullable UUID enrolmentId,
        @Nullable String stepKey,
        TaskOutcome outcome,
        String completedBy,
        Instant at) {
}
