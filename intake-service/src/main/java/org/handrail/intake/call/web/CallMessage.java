package org.handrail.intake.call.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a Standard Webhooks sender tells of a call. Fields that it adds on its own are ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "CallMessage")
record CallMessage(
        @Schema(description = "`call.ended`", example = "call.ended", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String type,
        @Schema(description = "When it was told", format = "date-time") @Nullable String timestamp,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Call data) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "Call")
    record Call(
            @Schema(description = "The same in every message about the call",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable String callId,
            @Schema(description = "`inbound` or `outbound`; left out: inbound") @Nullable String direction,
            @Schema(description = "The caller's number; left out or `anonymous` when it was withheld",
                    example = "+12025550143")
            @Nullable String from,
            @Schema(example = "+12025550100") @Nullable String to,
            @Schema(description = "`completed`, `no-answer`, `busy`, `failed` or `canceled`", example = "no-answer")
            @Nullable String status,
            @Schema(description = "Whether staff and client spoke; left out: completed and a duration above zero")
            @Nullable Boolean answered,
            @Schema(description = "How long they spoke") @Nullable Integer durationSeconds,
            @Schema(description = "Left out: the message's timestamp", format = "date-time")
            @Nullable String endedAt) {
    }

    /** Never the numbers. */
    @Override
    public String toString() {
        return "CallMessage[]";
    }
}
