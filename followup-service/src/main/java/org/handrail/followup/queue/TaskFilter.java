package org.handrail.followup.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to show; null leaves a question open.
 *
 * @param heldBy     those this account has taken
 * @param unassigned only those nobody has taken
 * @param dueBefore  only those due before
 * @param ended      false: open ones; true: completed and closed ones; null: all
 */
public record TaskFilter(
        @Nullable UUID heldBy,
        boolean unassigned,
        @Nullable Instant dueBefore,
        @Nullable TaskKind kind,
        @Nullable Boolean ended) {

    public static final TaskFilter OPEN = new TaskFilter(null, false, null, null, false);
}
