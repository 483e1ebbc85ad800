package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schedule and what is going on with it.
 *
 * @param drafts null for whoever is no admin, as is {@code move}
 */
@Schema(name = "Schedule")
record ScheduleDetail(
        String id, String title, int version,
        @Schema(ref = "#/components/schemas/ScheduleDefinition") JsonNode definition,
        @Schema(description = "Newest first") List<VersionView> versions,
        @Schema(description = "Open ones, for admins") @Nullable List<DraftSummary> drafts,
        @Schema(description = "Of those enrolled to the published version, while it is under way; for admins")
        @Nullable MoveView move) {
}
