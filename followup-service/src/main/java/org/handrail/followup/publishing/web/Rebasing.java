package org.handrail.followup.publishing.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.DraftChange;
import org.handrail.followup.publishing.EditingDrafts;
import org.handrail.followup.schedule.Merge;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.platform.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Takes over into a draft what has been published since it was begun. */
@Component
class Rebasing {

    private final EditingDrafts editing;
    private final Schedules schedules;
    private final Definitions definitions;
    private final Views views;

    Rebasing(EditingDrafts editing, Schedules schedules, Definitions definitions, Views views) {
        this.editing = editing;
        this.schedules = schedules;
        this.definitions = definitions;
        this.views = views;
    }

    /** @param seen the revision that the caller has seen */
    DraftChange rebase(Draft draft, int seen, UUID by) {
        if (!draft.isOpen()) {
            return new DraftChange.Ended(draft, null);
        }
        if (draft.revision() != seen) {
            return new DraftChange.Overtaken(draft, null);
        }
        ScheduleVersion published = views.published(draft.scheduleId()).orElse(null);
        if (published == null) {
            return new DraftChange.OtherPublished(null);
        }
        return draft.base() != null && draft.base() == published.version() ? new DraftChange.Made(draft)
                : editing.change(draft.scheduleId(), draft.number(), seen, merged(draft, published),
                        published.version(), by);
    }

    private String merged(Draft draft, ScheduleVersion published) {
        Schedule mine = definitions.stored(draft.definition());
        ScheduleVersion base = draft.base() == null ? null
                : schedules.find(draft.scheduleId(), draft.base()).orElse(null);
        if (base == null) {
            throw Problem.conflict("rebase-conflicts", "The draft was begun when nothing was published: it has no base.")
                    .with("changes", ChangeView.between(published.schedule(), mine));
        }
        Merge.Result result = Merge.of(base.schedule(), published.schedule(), mine);
        if (result instanceof Merge.Conflicting both) {
            throw Problem.conflict("rebase-conflicts", "Both changed the same. Say what it is to be, and send the draft"
                            + " with rebase=" + published.version() + ".")
                    .with("conflicts", both.conflicts())
                    .with("changes", ChangeView.between(base.schedule(), published.schedule()));
        }
        // a merge may have faults that neither had
        String canonical = definitions.canonical(((Merge.Merged) result).schedule());
        return definitions.canonical(definitions.read(
                canonical.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON));
    }
}
