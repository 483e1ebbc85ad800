package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.publishing.History;
import org.handrail.followup.publishing.Moves;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The schedules in force. */
@Tag(name = "Schedules", description = "What is in force, and how it came to be")
@RestController
@RequestMapping("/api/v1/schedules")
class SchedulesApi {

    private final Schedules schedules;
    private final History history;
    private final Drafts drafts;
    private final Moves moves;
    private final Definitions definitions;
    private final Views views;

    SchedulesApi(Schedules schedules, History history, Drafts drafts, Moves moves, Definitions definitions,
            Views views) {
        this.schedules = schedules;
        this.history = history;
        this.drafts = drafts;
        this.moves = moves;
        this.definitions = definitions;
        this.views = views;
    }

    @Operation(summary = "All published schedules", description = "In order of their ids.")
    @GetMapping
    List<ScheduleSummary> published() {
        Map<String, Long> open = drafts.open().stream()
                .collect(Collectors.groupingBy(Draft::scheduleId, Collectors.counting()));
        return schedules.published().stream()
                .map(version -> ScheduleSummary.of(version, open.getOrDefault(version.id(), 0L),
                        moves.underWay(version.id()).isPresent())).toList();
    }

    @Operation(summary = "One schedule", description = "What is published, how it came to be, and what is being written.")
    @ApiResponse(responseCode = "200", description = "The schedule")
    @ApiResponse(responseCode = "404", description = "None with this id is published")
    @GetMapping("/{id}")
    ScheduleDetail one(@PathVariable String id, @AuthenticationPrincipal SignedIn me) {
        ScheduleVersion version = views.published(id)
                .orElseThrow(() -> Problem.notFound("No schedule with this id is published."));
        return new ScheduleDetail(id, version.schedule().title(), version.version(),
                Definitions.tree(definitions.canonical(version.schedule())), views.versions(history.of(id)),
                me.isAdmin() ? views.summaries(drafts.of(id)) : null,
                me.isAdmin() ? moves.underWay(id).map(views::move).orElse(null) : null);
    }

    @Operation(summary = "The JSON Schema of a definition", description = "Also for YAML, which means the same.")
    @ApiResponse(responseCode = "200", description = "JSON Schema, 2020-12",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
    @GetMapping(path = "/schema", produces = {"application/schema+json", MediaType.APPLICATION_JSON_VALUE})
    Resource schema() {
        return new ClassPathResource("schedules/schedule.v1.schema.json");
    }

    @Operation(summary = "Look for faults in a definition", description = "Keeps nothing.")
    @DefinitionBody
    @ApiResponse(responseCode = "200", description = "Every fault with its place; none when it is right")
    @PostMapping(path = "/validate",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Definitions.YAML, Definitions.TEXT_YAML, Definitions.X_YAML})
    Validation validate(@RequestBody(required = false) byte @Nullable [] definition,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type) {
        return new Validation(definitions.errors(definition, type));
    }
}
