package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.EditingDrafts;
import org.handrail.followup.publishing.History;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.web.ScheduleView;
import org.handrail.followup.schedule.web.ScheduleView.Status;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All versions that a schedule ever had. */
@Tag(name = "Schedules")
@RestController
@RequestMapping("/api/v1/schedules/{id}/versions")
class VersionsApi {

    private final Schedules schedules;
    private final History history;
    private final EditingDrafts editing;
    private final Definitions definitions;
    private final Views views;

    VersionsApi(
            Schedules schedules, History history, EditingDrafts editing, Definitions definitions, Views views) {
        this.schedules = schedules;
        this.history = history;
        this.editing = editing;
        this.definitions = definitions;
        this.views = views;
    }

    @Operation(summary = "How a schedule came to be", description = "Its versions with who published them and why, newest first.")
    @ApiResponse(responseCode = "200", description = "The versions")
    @ApiResponse(responseCode = "404", description = "The schedule has none")
    @GetMapping
    List<VersionView> all(@PathVariable String id) {
        List<VersionView> versions = views.versions(history.of(id));
        if (versions.isEmpty()) {
            throw Problem.notFound("There is no schedule with this id.");
        }
        return versions;
    }

    @Operation(summary = "A version as a timeline", description = "Offsets and conditions in words.")
    @ApiResponse(responseCode = "200", description = "The version")
    @ApiResponse(responseCode = "404", description = "There is none with this number")
    @GetMapping("/{version}")
    ScheduleView one(@PathVariable String id, @PathVariable int version) {
        boolean published = views.published(id).filter(each -> each.version() == version).isPresent();
        return ScheduleView.of(find(id, version), published ? Status.PUBLISHED : Status.RETIRED);
    }

    @Operation(summary = "A version's definition", description = "It never changes.")
    @DefinitionAnswer
    @ApiResponse(responseCode = "404", description = "There is no version with this number")
    @GetMapping(path = "/{version}/definition",
            produces = {MediaType.APPLICATION_JSON_VALUE, Definitions.YAML, Definitions.TEXT_YAML, Definitions.X_YAML})
    ResponseEntity<byte[]> definition(@PathVariable String id, @PathVariable int version,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Schedule schedule = find(id, version).schedule();
        return Written.as(accept, notation -> definitions.written(schedule, notation), Revisions.tag(version));
    }

    @Operation(summary = "What differs between two versions", description = "Step by step, in words.")
    @ApiResponse(responseCode = "200", description = "The differences; none when both say the same")
    @ApiResponse(responseCode = "404", description = "There is no version with this number")
    @GetMapping("/{version}/changes")
    List<ChangeView> changes(@PathVariable String id, @PathVariable int version,
            @Parameter(description = "The other version") @RequestParam int to) {
        return ChangeView.between(find(id, version).schedule(), find(id, to).schedule());
    }

    @Operation(summary = "Begin a draft from an earlier version",
            description = "To bring it back, as it was or changed. Its base is the version published now.")
    @ApiResponse(responseCode = "201", description = "The draft", headers = {
        @Header(name = "Location", description = "Where it is"),
        @Header(name = "ETag", description = "The draft's revision")})
    @ApiResponse(responseCode = "404", description = "There is no version with this number")
    @PostMapping("/{version}/drafts")
    ResponseEntity<DraftView> begin(
            @PathVariable String id, @PathVariable int version, @AuthenticationPrincipal SignedIn me) {
        Schedule schedule = find(id, version).schedule();
        Draft draft = editing.begin(id, definitions.canonical(schedule), me.account());
        return views.begun(draft);
    }

    private ScheduleVersion find(String id, int version) {
        return schedules.find(id, version)
                .orElseThrow(() -> Problem.notFound("There is no version with this number."));
    }
}
