package org.handrail.intake.stay.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.handrail.intake.web.ClientBody;
import org.jspecify.annotations.Nullable;

/** What the admissions and discharges API takes and gives. */
final class StayBodies {

    private static final String REFERENCE = "The source's own name for the stay; an admission and its discharge share it";
    private static final String OCCURRED_AT = "When the source came to know it; left out: the time itself";

    private StayBodies() {
    }

    @Schema(name = "Admission")
    record Admission(
            @Schema(description = REFERENCE, example = "ADM-311", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String reference,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable ClientBody client,
            @Schema(format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String admittedAt,
            @Nullable String site,
            @Schema(description = OCCURRED_AT, format = "date-time") @Nullable String occurredAt) {
    }

    @Schema(name = "Discharge")
    record Discharge(
            @Schema(description = REFERENCE, example = "ADM-311", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String reference,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable ClientBody client,
            @Schema(format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String dischargedAt,
            @Schema(description = "Left against medical advice; left out: false") @Nullable Boolean againstAdvice,
            @Nullable String site,
            @Schema(description = OCCURRED_AT, format = "date-time") @Nullable String occurredAt) {
    }

    @Schema(name = "Stay")
    record StayAnswer(
            String reference,
            UUID admissionId,
            UUID clientId,
            boolean applied,
            @Schema(description = "Why it was not: `older-than-latest`, `nothing-changed` or `already-discharged`")
            @Nullable String why) {
    }
}
