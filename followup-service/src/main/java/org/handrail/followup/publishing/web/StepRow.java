package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.StepState;
import org.jspecify.annotations.Nullable;

/** A step with its time, as it stands or would stand. */
@Schema(name = "StepTime")
record StepRow(
        Instant at,
        @Schema(description = "On the client's wall clock, before it was moved into hours in which it may happen")
        LocalDateTime wall,
        String zone,
        @Schema(description = "Absent: never too late") @Nullable Instant deadline,
        @Schema(description = "Whether it is an email") boolean email,
        @Schema(description = "An email that becomes a task, for no time is left to send it") boolean asTask,
        StepState state, @Schema(description = "A code; absent while pending") @Nullable String reason,
        @Schema(description = "What became of the email") DeliveryChanged.@Nullable State delivery) {

    static StepRow of(DueStep step) {
        return new StepRow(step.at(), step.wall(), step.zone(), step.deadline(), step.email(), step.asTask(),
                step.state(), step.reason(), step.delivery());
    }
}
