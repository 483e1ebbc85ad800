package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.handrail.followup.publishing.Choice;
import org.handrail.followup.publishing.Choice.Mode;
import org.handrail.followup.publishing.Choice.Repeats;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.platform.problem.Faults;
import org.jspecify.annotations.Nullable;

/** What becomes of those enrolled. */
@Schema(name = "Choice")
record ChoiceBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "KEEP: those enrolled stay with their version."
                + " MOVE: they go by the new one. MOVE_BEFORE: only those for whom a step is still ahead")
        @Nullable Mode mode,
        @Schema(description = "Key of a step of a version that people are in; for MOVE_BEFORE alone", example = "email-3-d")
        @Nullable String step,
        @Schema(description = "What becomes of mail that has gone already under the key of a step that is no longer there",
                defaultValue = "SKIP") @Nullable Repeats repeats) {

    private static final Choice NONE = Choice.KEEP;

    /**
     * @param schedule that they would go by
     * @param versions those that people can be in
     */
    Choice read(Schedule schedule, List<ScheduleVersion> versions, Faults faults) {
        if (mode == null) {
            faults.add("/mode", "must be given");
        } else if (mode == Mode.MOVE_BEFORE && step == null) {
            faults.add("/step", "must be given for MOVE_BEFORE");
        } else if (mode != Mode.MOVE_BEFORE && step != null) {
            faults.add("/step", "belongs to MOVE_BEFORE alone");
        } else if (step != null && versions.stream().noneMatch(each -> each.schedule().step(step).isPresent())) {
            faults.add("/step", "must be the key of a step of a version that people are in");
        } else if (mode != Mode.KEEP && versions.stream().anyMatch(each -> countsFromAnother(each, schedule))) {
            faults.add("/mode", "must be KEEP: those enrolled count from another fact than this anchor");
        } else {
            return new Choice(mode, step, repeats == null ? Repeats.SKIP : repeats);
        }
        return NONE;
    }

    private static boolean countsFromAnother(ScheduleVersion version, Schedule schedule) {
        return version.schedule().anchor().event() != schedule.anchor().event();
    }
}
