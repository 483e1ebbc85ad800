package org.handrail.followup.console.web;

import java.time.Instant;
import java.util.UUID;
import org.handrail.followup.queue.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A task as the queue shows it.
 *
 * @param title     in words
 * @param reason    in words
 * @param client    a name, or what stands for one
 * @param phone     as people write it; null if there is none
 * @param phoneLink E.164
 * @param due       local time
 * @param distance  from now, without a sign
 * @param heldBy    a colleague's name; null while nobody has it
 */
record TaskRow(
        UUID id, int version, String title, String reason, UUID clientId, String client, @Nullable String phone,
        @Nullable String phoneLink, Priority priority, Instant dueAt, String due, String distance, boolean overdue,
        boolean onCall, int asked, @Nullable String heldBy, boolean mine, boolean stopWaiting) {

    public boolean isTaken() {
        return heldBy != null;
    }
}
