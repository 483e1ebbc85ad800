package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Map;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.publishing.Counts;
import org.jspecify.annotations.Nullable;

/** What happens to how many. */
@Schema(name = "Counts")
record CountsView(
        @Schema(description = "Everybody enrolled in earlier versions") long enrolled,
        @Schema(description = "Who come under the new version without any step of theirs changing") long unchanged,
        @Schema(description = "Who stay with their version, by why") Map<Stays, Long> stay,
        @Schema(description = "People and steps by what happens to them; one person may count under several")
        Map<Effect, Counts.Count> effects,
        @Schema(description = "Steps by their key and what happens to them") Map<String, Map<Effect, Long>> bySteps,
        @Schema(description = "How many are in which version now") Map<Integer, Long> byVersions,
        @Schema(description = "The largest shift towards earlier of a step that moves, ISO 8601, negative for earlier;"
                + " absent when none moves", type = "string", example = "PT-24H") @Nullable Duration earliestShift,
        @Schema(description = "The largest shift towards later", type = "string", example = "PT1H30M")
        @Nullable Duration latestShift) {

    static CountsView of(Counts counts) {
        return new CountsView(counts.enrolled(), counts.unchanged(), counts.kept(), counts.effects(), counts.bySteps(),
                counts.versions(), counts.earliest(), counts.latest());
    }
}
