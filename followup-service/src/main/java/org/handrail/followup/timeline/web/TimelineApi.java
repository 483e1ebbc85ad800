package org.handrail.followup.timeline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.Timelines;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Timelines for programs. */
@Tag(name = "Timeline", description = "What happened to a client's follow-up")
@RestController
class TimelineApi {

    private final Timelines timelines;
    private final TimelineWords words;
    private final Sites sites;

    TimelineApi(Timelines timelines, TimelineWords words, Sites sites) {
        this.timelines = timelines;
        this.words = words;
        this.sites = sites;
    }

    @Operation(summary = "A client's timeline", description = "Newest first; empty for a client nobody knows.")
    @GetMapping("/api/v1/clients/{id}/timeline")
    TimelineView timeline(
            @PathVariable UUID id,
            @Parameter(description = "\"next\" of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > 200) {
            throw Problem.invalid("limit", "must be from 1 to 200");
        }
        Timelines.Page page = timelines.page(id, TimelineCursors.read(cursor), limit);
        return new TimelineView(page.entries().stream().map(this::view).toList(), TimelineCursors.write(page.next()));
    }

    private EntryView view(TimelineEntry entry) {
        return new EntryView(entry.entryId(), entry.at(), entry.code(),
                words.say(entry, sites.defaultSite().zone(), Locale.ENGLISH), entry.enrolmentId(), entry.details());
    }

    /** @param next the cursor of the next page; absent on the last one */
    record TimelineView(List<EntryView> items, @Nullable String next) {
    }

    /** @param text the entry in words, in English, times in the zone of the default site */
    record EntryView(UUID id, Instant at, String code, String text, @Nullable UUID enrolmentId,
            Map<String, String> details) {
    }
}
