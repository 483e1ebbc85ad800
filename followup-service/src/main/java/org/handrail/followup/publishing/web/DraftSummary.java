package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.handrail.followup.publishing.Draft;
import org.jspecify.annotations.Nullable;

/** A draft without its definition. */
record DraftSummary(
        String scheduleId, int number,
        @Schema(description = "The version it was begun from; absent for a new schedule") @Nullable Integer base,
        @Schema(description = "Grows with every change; in quotation marks it is the ETag") int revision,
        Draft.State state, Who createdBy, Instant createdAt, Who changedBy, Instant changedAt, String path) {

    static DraftSummary of(Draft draft, Who.Names names) {
        return new DraftSummary(draft.scheduleId(), draft.number(), draft.base(), draft.revision(), draft.state(),
                names.of(draft.createdBy()), draft.createdAt(), names.of(draft.changedBy()), draft.changedAt(),
                path(draft));
    }

    static String path(Draft draft) {
        return "/api/v1/schedules/" + draft.scheduleId() + "/drafts/" + draft.number();
    }
}
