package org.handrail.followup.publishing.web;

import java.util.Locale;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.DraftChange;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a draft could not be changed, as a problem of the API; whoever is told gets all that is needed to go on. */
@Component
class DraftRefusals {

    private final Views views;

    DraftRefusals(Views views) {
        this.views = views;
    }

    static Problem unknown() {
        return Problem.notFound("There is no draft with this number.");
    }

    Problem problem(DraftChange change) {
        if (change instanceof DraftChange.Overtaken overtaken) {
            return overtaken(overtaken.current(), overtaken.kept());
        }
        if (change instanceof DraftChange.Ended ended) {
            return ended(ended.draft(), ended.kept());
        }
        if (change instanceof DraftChange.OtherPublished other) {
            return Problem.conflict("other-version-published", other.published() == null ? "No version is published."
                    : "Version " + other.published() + " is published; the draft can be rebased on that alone.");
        }
        return unknown();
    }

    Problem overtaken(Draft current, @Nullable Draft kept) {
        DraftView view = views.of(current);
        Problem problem = new Problem(412, "draft-changed", "The draft has changed",
                "It was changed by " + view.summary().changedBy().name() + " at " + current.changedAt() + "."
                        + (kept == null ? "" : " What you sent is kept as draft " + kept.number() + "."))
                .with("current", view);
        return withKept(problem, kept);
    }

    Problem ended(Draft draft, @Nullable Draft kept) {
        DraftSummary summary = views.summary(draft);
        String how = draft.state().name().toLowerCase(Locale.ROOT);
        Problem problem = Problem.conflict("draft-" + how, "It was " + how + " by " + summary.changedBy().name() + " at "
                        + draft.changedAt() + "."
                        + (kept == null ? "" : " What you sent is kept as draft " + kept.number() + "."))
                .with("current", summary);
        return withKept(problem, kept);
    }

    private Problem withKept(Problem problem, @Nullable Draft kept) {
        return kept == null ? problem : problem.with("kept", views.summary(kept));
    }
}
