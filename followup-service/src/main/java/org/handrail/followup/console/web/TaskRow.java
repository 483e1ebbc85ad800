package org.handrail.followup.console.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskOutcome;
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
 * @param outcomes  what can come of it
 */
record TaskRow(
        UUID id, int version, String title, String reason, UUID clientId, String client, @Nullable String phone,
        @Nullable String phoneLink, Priority priority, Instant dueAt, String due, String distance, boolean overdue,
        boolean onCall, int asked, @Nullable String heldBy, boolean mine, boolean stopWaiting,
        List<TaskOutcome> outcomes) {

    /** It is about an email of which nobody knows whether it went. */
    public boolean isUnknownMail() {
        return outcomes.contains(TaskOutcome.RESEND);
    }

    public boolean isTaken() {
        return heldBy != null;
    }
}
