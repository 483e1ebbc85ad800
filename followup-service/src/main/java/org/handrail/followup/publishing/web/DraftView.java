package org.handrail.followup.publishing.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A draft.
 *
 * @param published what new anchors enrol in now; when it is not the base, somebody has published meanwhile
 * @param changes   from the base
 */
@Schema(name = "Draft")
record DraftView(
        @JsonUnwrapped DraftSummary summary,
        @Schema(description = "The version in which people are enrolled now; absent when there is none."
                + " Other than the base: somebody has published meanwhile, and publishing this asks for a rebase first")
        @Nullable Integer published,
        @Schema(description = "From the base") List<ChangeView> changes,
        @Schema(ref = "#/components/schemas/ScheduleDefinition") JsonNode definition) {
}
