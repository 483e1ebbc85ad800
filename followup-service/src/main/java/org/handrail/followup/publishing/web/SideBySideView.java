package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handrail.followup.enrolment.ChangingVersions.Effect;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.publishing.Previewing;
import org.jspecify.annotations.Nullable;

/** One person's timeline now, and beside it as it would be. */
@Schema(name = "SideBySide")
record SideBySideView(PersonView person, @Schema(description = "In order of time") List<Row> timeline) {

    /** One step. */
    @Schema(name = "SideBySideStep")
    record Row(String step,
            @Schema(description = "The appointment's version that its time was worked out from; 0 without one")
            int appointmentVersion,
            @Schema(description = "Absent: the edit does not touch it") @Nullable Effect effect,
            @Schema(description = "Absent: there is no such step now") @Nullable StepRow now, StepRow then) {
    }

    static SideBySideView of(Previewing.SideBySide both) {
        Map<DueStep.Key, DueStep> now = new HashMap<>();
        both.now().forEach(step -> now.put(step.id(), step));
        Map<DueStep.Key, Effect> effects = new HashMap<>();
        both.person().changes().forEach(change -> effects.put(change.row().id(), change.effect()));
        return new SideBySideView(PersonView.of(both.person()), both.then().stream()
                .sorted(Comparator.comparing(DueStep::at).thenComparing(DueStep::key))
                .map(step -> row(step, now.get(step.id()), effects.get(step.id()))).toList());
    }

    private static Row row(DueStep then, @Nullable DueStep now, @Nullable Effect effect) {
        return new Row(then.key(), then.appointmentVersion(), effect,
                now == null ? null : StepRow.of(Objects.requireNonNull(now)), StepRow.of(then));
    }
}
