package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.handrail.followup.publishing.PublishedVersion;
import org.handrail.followup.schedule.web.ScheduleView.Status;
import org.jspecify.annotations.Nullable;

/** A version and how it came about. */
@Schema(name = "Version")
record VersionView(
        int version, Status status, Instant publishedAt,
        @Schema(description = "Absent for what came with Handrail") @Nullable Who publishedBy,
        @Schema(description = "In the words of whoever published it") @Nullable String why,
        @Schema(description = "The earlier version whose definition it brought back") @Nullable Integer rollsBackTo,
        @Schema(description = "How many go by it now") long enrolled) {

    static VersionView of(PublishedVersion version, Who.Names names) {
        return new VersionView(version.version(), version.current() ? Status.PUBLISHED : Status.RETIRED, version.at(),
                names.ofNullable(version.by()), version.why(), version.rollsBackTo(), version.enrolled());
    }
}
