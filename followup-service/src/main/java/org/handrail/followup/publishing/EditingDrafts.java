package org.handrail.followup.publishing;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.jspecify.annotations.Nullable;

/** Admins write drafts, several at once. */
public final class EditingDrafts {

    private final Drafts drafts;
    private final Schedules schedules;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    public EditingDrafts(
            Drafts drafts, Schedules schedules, Transactions transactions, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.schedules = schedules;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Based on the version that is published now. */
    public Draft begin(String scheduleId, String definition, UUID by) {
        return transactions.inOne(() -> add(scheduleId, published(scheduleId), definition, by));
    }

    /**
     * @param revision the one that the caller has seen
     * @param rebaseOn the version on which the caller wants it based from now on, which must be the published one;
     *                 null: as before
     */
    public DraftChange change(
            String scheduleId, int number, int revision, String definition, @Nullable Integer rebaseOn, UUID by) {
        return holding(scheduleId, number, draft -> {
            Integer base = rebaseOn == null ? draft.base() : rebaseOn;
            if (draft.isOpen() && draft.definition().equals(definition) && Objects.equals(base, draft.base())) {
                return new DraftChange.Made(draft);
            }
            if (!draft.isOpen()) {
                return new DraftChange.Ended(draft, keep(draft, definition, by));
            }
            if (draft.revision() != revision) {
                return new DraftChange.Overtaken(draft, keep(draft, definition, by));
            }
            Integer published = published(scheduleId);
            if (rebaseOn != null && !rebaseOn.equals(published)) {
                return new DraftChange.OtherPublished(published);
            }
            return made("schedule.draft-changed", by,
                    drafts.change(scheduleId, number, revision, base, definition, by, clock.instant()).orElseThrow());
        });
    }

    public DraftChange discard(String scheduleId, int number, int revision, UUID by) {
        return holding(scheduleId, number, draft -> {
            if (!draft.isOpen()) {
                return draft.state() == Draft.State.DISCARDED
                        ? new DraftChange.Made(draft) : new DraftChange.Ended(draft, null);
            }
            return draft.revision() != revision ? new DraftChange.Overtaken(draft, null)
                    : made("schedule.draft-discarded", by,
                            drafts.discard(scheduleId, number, revision, by, clock.instant()).orElseThrow());
        });
    }

    private DraftChange holding(String scheduleId, int number, Function<Draft, DraftChange> change) {
        return transactions.inOne(() -> drafts.hold(scheduleId, number).map(change)
                .orElseGet(DraftChange.Unknown::new));
    }

    /** Asked again, the same draft answers. */
    private Draft keep(Draft overtaken, String definition, UUID by) {
        return drafts.of(overtaken.scheduleId()).stream()
                .filter(draft -> draft.createdBy().equals(by) && draft.definition().equals(definition))
                .findFirst()
                .orElseGet(() -> add(overtaken.scheduleId(), overtaken.base(), definition, by));
    }

    private Draft add(String scheduleId, @Nullable Integer base, String definition, UUID by) {
        Draft added = drafts.add(scheduleId, base, definition, by, clock.instant());
        note("schedule.draft-made", by, added);
        return added;
    }

    private DraftChange made(String action, UUID by, Draft draft) {
        note(action, by, draft);
        return new DraftChange.Made(draft);
    }

    private void note(String action, UUID by, Draft draft) {
        audit.record(new AuditEntry(clock.instant(), by, action, null, draft.scheduleId() + "/" + draft.number()));
    }

    private @Nullable Integer published(String scheduleId) {
        return schedules.published().stream().filter(version -> version.id().equals(scheduleId))
                .map(ScheduleVersion::version).findFirst().orElse(null);
    }
}
