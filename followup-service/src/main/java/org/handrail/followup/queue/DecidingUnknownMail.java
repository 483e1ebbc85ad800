package org.handrail.followup.queue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.reminders.ResendAsked;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.timeline.Timeline;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.messaging.Outbox;

/**
 * Staff decide about an email of which nobody knows whether it went: send it again, or leave it. Sending again is only
 * asked for here; notifier-service holds it against every rule anew, and tells what came of it as of any other.
 */
final class DecidingUnknownMail {

    private final Board board;
    private final Timeline timeline;
    private final Outbox outbox;
    private final AuditTrail audit;

    DecidingUnknownMail(Board board, Timeline timeline, Outbox outbox, AuditTrail audit) {
        this.board = board;
        this.timeline = timeline;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Whether that can come of this task. */
    boolean allows(Task task, TaskOutcome outcome) {
        return !outcome.isAboutUnknownMail() || board.unknownMail(task.id()).isPresent();
    }

    /** In the transaction that ends the task. */
    void decided(Task task, Ending.Completed how) {
        if (how.outcome().isAboutUnknownMail()) {
            board.unknownMail(task.id()).ifPresent(reminder -> decided(task, reminder, how));
        }
    }

    private void decided(Task task, UUID reminder, Ending.Completed how) {
        boolean again = how.outcome() == TaskOutcome.RESEND;
        String code = again ? "mail.resend-asked" : "mail.left";
        String by = how.by().toString();
        timeline.record(new TimelineEntry(
                UUID.nameUUIDFromBytes((code + ":" + task.id()).getBytes(StandardCharsets.UTF_8)),
                task.clientId(), how.at(), null, code, Map.of("by", by)));
        audit.record(new AuditEntry(how.at(), how.by(), code, task.clientId(), reminder.toString()));
        if (again) {
            board.letAskAgain(task.id());
            outbox.publish(new ResendAsked(task.clientId(), task.id(), reminder, by, how.at()), how.at());
        }
    }
}
