package org.handrail.followup.queue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the queue has it.
 *
 * @param version grows with every change
 * @param title   a message code
 * @param reason  a code
 * @param asked   how many times it was asked for while open
 * @param holder  null while nobody has taken it
 * @param ending  null while open
 */
public record Task(
        UUID id,
        int version,
        UUID clientId,
        TaskKind kind,
        String title,
        String reason,
        Priority priority,
        Instant dueAt,
        boolean onCall,
        int asked,
        Instant raisedAt,
        @Nullable Holder holder,
        @Nullable Ending ending) {

    private static final String DELIVERY_UNKNOWN = "task.delivery-unknown";
    private static final List<TaskOutcome> EVERYDAY =
            Arrays.stream(TaskOutcome.values()).filter(outcome -> !outcome.isAboutUnknownMail()).toList();

    public TaskState state() {
        if (ending == null) {
            return TaskState.OPEN;
        }
        return ending instanceof Ending.Completed ? TaskState.COMPLETED : TaskState.CLOSED;
    }

    public boolean isOverdue(Instant at) {
        return ending == null && dueAt.isBefore(at);
    }

    public boolean isHeldBy(UUID account) {
        return holder != null && holder.account().equals(account);
    }

    public boolean isHeldByAnotherThan(UUID account) {
        return holder != null && !isHeldBy(account);
    }

    /** What staff are offered to say when they complete it. */
    public List<TaskOutcome> outcomes() {
        return title.equals(DELIVERY_UNKNOWN)
                ? List.of(TaskOutcome.RESEND, TaskOutcome.LEAVE, TaskOutcome.STOP_SAID, TaskOutcome.DECEASED)
                : EVERYDAY;
    }

    Task takenBy(UUID account, Instant at) {
        return with(new Holder(account, at), null);
    }

    Task released() {
        return with(null, null);
    }

    Task ended(Ending how) {
        return with(holder, how);
    }

    private Task with(@Nullable Holder newHolder, @Nullable Ending newEnding) {
        return new Task(id, version + 1, clientId, kind, title, reason, priority, dueAt, onCall, asked, raisedAt,
                newHolder, newEnding);
    }
}
