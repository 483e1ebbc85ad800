package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.handrail.followup.schedule.Comparison;
import org.handrail.followup.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/** One thing that differs between two definitions. */
@Schema(name = "Change")
record ChangeView(
        Comparison.What what,
        @Schema(description = "Key of the step; absent for what concerns the whole schedule") @Nullable String step,
        @Schema(description = "In words; absent for what is new") @Nullable String before,
        @Schema(description = "In words; absent for what is gone") @Nullable String after,
        @Schema(description = "All of it as a sentence") String text) {

    static List<ChangeView> between(Schedule before, Schedule after) {
        return Comparison.between(before, after).stream().map(ChangeView::of).toList();
    }

    private static ChangeView of(Comparison.Change change) {
        return new ChangeView(change.what(), change.step(), change.before(), change.after(), text(change));
    }

    private static String text(Comparison.Change change) {
        return switch (change.what()) {
            case STEP_ADDED -> "New step " + change.step() + ": " + change.after();
            case STEP_REMOVED -> "Step " + change.step() + " is gone: " + change.before();
            case ORDER -> "The steps stand in another order: " + change.after();
            default -> (change.step() == null ? "" : "Step " + change.step() + ", ") + name(change.what()) + ": "
                    + change.after() + " (was: " + change.before() + ")";
        };
    }

    private static String name(Comparison.What what) {
        return switch (what) {
            case TITLE -> "title";
            case ANCHOR -> "anchor";
            case STOPS -> "stops";
            case WHEN -> "time";
            case ACTION -> "action";
            case CONDITIONS -> "conditions";
            case LATE -> "when late";
            case OUTCOMES -> "what follows a call";
            case STEP_ADDED, STEP_REMOVED, ORDER -> "steps";
        };
    }
}
