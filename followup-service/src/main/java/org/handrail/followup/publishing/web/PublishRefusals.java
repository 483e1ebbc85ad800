package org.handrail.followup.publishing.web;

import java.util.List;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.History;
import org.handrail.followup.publishing.Moves;
import org.handrail.followup.publishing.Publishing;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why nothing was published, as a problem of the API, with what is needed to decide again. */
@Component
class PublishRefusals {

    private final History history;
    private final Schedules schedules;
    private final Moves moves;
    private final Views views;

    PublishRefusals(History history, Schedules schedules, Moves moves, Views views) {
        this.history = history;
        this.schedules = schedules;
        this.moves = moves;
        this.views = views;
    }

    /** @param draft null: a roll-back */
    Problem problem(Publishing.Outcome outcome, @Nullable Draft draft) {
        if (outcome instanceof Publishing.ChangedSince changed) {
            return Problem.conflict("changed-since-preview", "It would do something else by now than the preview said."
                            + " Look at the new preview and name that one, or accept changes.")
                    .with("preview", PreviewView.of(changed.preview()))
                    .with("differences", changed.differences());
        }
        if (outcome instanceof Publishing.MoveUnderWay move) {
            Problem problem = Problem.conflict("move-under-way", "Those enrolled are still being moved to the version"
                    + " before. Wait until they are, cancel the move, or roll back.");
            return moves.find(move.move()).map(each -> problem.with("move", views.move(each))).orElse(problem);
        }
        if (outcome instanceof Publishing.BaseMoved moved && draft != null) {
            return otherPublished(draft.scheduleId(), draft.base(), moved.published()).with("draft", views.summary(draft));
        }
        if (outcome instanceof Publishing.BaseMoved) {
            return Problem.conflict("other-version-published", "Somebody else has published in this moment.");
        }
        return Problem.conflict("other-preview",
                "There is no such preview, or it is of another draft, revision or choice. Ask for another.");
    }

    /** Says who published what and why meanwhile, and how to go on. */
    Problem otherPublished(String id, @Nullable Integer base, @Nullable Integer published) {
        Problem problem = Problem.conflict("other-version-published", published == null
                ? "No version is published." : "Version " + published + " has been published meanwhile. Rebase the draft"
                        + " to take over what it changed, or send it with rebase=" + published + ".");
        if (published == null) {
            return problem;
        }
        List<VersionView> versions = views.versions(history.current(id).stream().toList());
        Problem named = versions.isEmpty() ? problem : problem.with("published", versions.get(0));
        return changes(id, base, published, named);
    }

    private Problem changes(String id, @Nullable Integer base, int published, Problem problem) {
        ScheduleVersion from = base == null ? null : schedules.find(id, base).orElse(null);
        ScheduleVersion to = schedules.find(id, published).orElse(null);
        return from == null || to == null ? problem
                : problem.with("changes", ChangeView.between(from.schedule(), to.schedule()));
    }
}
