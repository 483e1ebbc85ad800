package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.ScheduleVersion;

/** A published schedule, in a line. */
record ScheduleSummary(
        String id, String title, int version, AnchorEvent anchor,
        @Schema(description = "How many there are") int steps,
        @Schema(description = "How many drafts are being written") long openDrafts,
        @Schema(description = "Whether those enrolled are being moved to the published version") boolean moveUnderWay) {

    static ScheduleSummary of(ScheduleVersion version, long openDrafts, boolean moveUnderWay) {
        return new ScheduleSummary(version.id(), version.schedule().title(), version.version(),
                version.schedule().anchor().event(), version.schedule().steps().size(), openDrafts, moveUnderWay);
    }
}
