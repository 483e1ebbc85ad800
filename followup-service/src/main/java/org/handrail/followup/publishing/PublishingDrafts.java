package org.handrail.followup.publishing;

import java.time.Clock;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.publishing.Publishing.Outcome;
import org.handrail.followup.publishing.Publishing.Request;
import org.handrail.followup.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/** Admins publish what they have written, or bring an earlier version back. */
public final class PublishingDrafts {

    private final Publishing publishing;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    public PublishingDrafts(Publishing publishing, Drafts drafts, AuditTrail audit, Clock clock) {
        this.publishing = publishing;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who publishes what, and what they have seen of it.
     *
     * @param preview       null: nothing
     * @param acceptChanges publish even if the preview would say something else by now
     */
    public record Order(Choice choice, @Nullable UUID preview, boolean acceptChanges, String why, UUID by) {
    }

    /** The draft was changed, published or discarded in this moment; nothing has been published. */
    public static final class DraftOvertaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DraftOvertaken() {
            super("the draft has changed", null, false, false);
        }
    }

    /**
     * @param draft  as the caller read it
     * @param schedule that the draft defines
     * @throws DraftOvertaken when it is not that any more
     */
    public Outcome publish(Draft draft, Schedule schedule, Order order) {
        Request request = new Request(schedule, draft.definition(), draft.number(), draft.revision(), draft.base(),
                order.choice(), order.preview(), order.acceptChanges(), order.why(), order.by(), null);
        return publishing.publish(request, () -> {
            drafts.markPublished(draft.scheduleId(), draft.number(), draft.revision(), order.by(), clock.instant())
                    .orElseThrow(DraftOvertaken::new);
            note("schedule.published", order.by(), draft.scheduleId() + "/" + draft.number());
        });
    }

    /**
     * Without a draft. A preview of it counts as one of draft 0, the version being its revision.
     *
     * @param version    the earlier one that is to come back
     * @param definition of that version
     * @param base       the version that is published now
     */
    public Outcome rollBack(Schedule schedule, int version, String definition, int base, Order order) {
        Request request = new Request(schedule, definition, 0, version, base, order.choice(), order.preview(),
                order.acceptChanges(), order.why(), order.by(), version);
        return publishing.publish(request,
                () -> note("schedule.rolled-back", order.by(), schedule.id() + "/" + version));
    }

    private void note(String action, UUID by, String subject) {
        audit.record(new AuditEntry(clock.instant(), by, action, null, subject));
    }
}
