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
import org.jspecify.annotations.Nullable;

/** A draft is to be published. */
@Schema(name = "Publish")
record PublishBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "As of the preview") @Nullable Mode mode,
        @Schema(description = "As of the preview") @Nullable String step,
        @Schema(description = "As of the preview", defaultValue = "SKIP") @Nullable Repeats repeats,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = Reason.LONGEST,
                description = "Shown in the history") @Nullable String why,
        @Schema(description = "The id of the preview that was seen. May be left out with KEEP, or when changes are"
                + " accepted unseen") @Nullable UUID preview,
        @Schema(description = "Publish even if it would do something else by now than the preview said",
                defaultValue = "false") @Nullable Boolean acceptChanges) {

    Order read(Schedule schedule, List<ScheduleVersion> versions, UUID by) {
        Faults faults = new Faults();
        boolean accept = Boolean.TRUE.equals(acceptChanges);
        var choice = new ChoiceBody(mode, step, repeats).read(schedule, versions, faults);
        String reason = Reason.read(why, faults);
        if (preview == null && !accept && mode != null && mode != Mode.KEEP) {
            faults.add("/preview", "must be the id of a preview, or else acceptChanges be true");
        }
        faults.throwIfAny();
        return new Order(choice, preview, accept, reason, by);
    }
}
