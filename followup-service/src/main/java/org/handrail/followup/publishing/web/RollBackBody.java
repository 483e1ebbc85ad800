package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.publishing.Choice.Mode;
import org.handrail.followup.publishing.Choice.Repeats;
import org.handrail.followup.publishing.PublishingDrafts.Order;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.platform.problem.Faults;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** An earlier version is to come back. */
@Schema(name = "RollBack")
record RollBackBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The version that is to come back")
        @Nullable Integer to,
        @Schema(description = "The version that the caller believes to be published; 409 if it is another")
        @Nullable Integer from,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Mode mode,
        @Nullable String step,
        @Schema(defaultValue = "SKIP") @Nullable Repeats repeats,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = Reason.LONGEST,
                description = "Shown in the history") @Nullable String why,
        @Schema(description = "The id of a preview of this roll-back; without one it is done at once")
        @Nullable UUID preview,
        @Schema(description = "Roll back even if it would do something else by now than the preview said",
                defaultValue = "false") @Nullable Boolean acceptChanges) {

    int version() {
        if (to == null) {
            throw Problem.invalid("/to", "must be given");
        }
        return to;
    }

    Order read(Schedule schedule, List<ScheduleVersion> versions, UUID by) {
        Faults faults = new Faults();
        var choice = new ChoiceBody(mode, step, repeats).read(schedule, versions, faults);
        String reason = Reason.read(why, faults);
        faults.throwIfAny();
        return new Order(choice, preview, Boolean.TRUE.equals(acceptChanges), reason, by);
    }
}
