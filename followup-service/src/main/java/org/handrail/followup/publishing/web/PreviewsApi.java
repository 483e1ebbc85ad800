package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What publishing a draft, or rolling back, would do to everybody enrolled. */
@Tag(name = "Previews", description = "What publishing would do to everybody enrolled, asked of the rules that do it;"
        + " for admins. Carries ids; who a client is stands on the console's pages")
@RestController
@RequestMapping("/api/v1/schedules/{id}")
class PreviewsApi {

    private static final String DRAFT = "/drafts/{draft}";
    private static final String VERSION = "/versions/{version}";

    private final Drafts drafts;
    private final Schedules schedules;
    private final Previewed previewed;
    private final DraftRefusals refusals;

    PreviewsApi(Drafts drafts, Schedules schedules, Previewed previewed, DraftRefusals refusals) {
        this.drafts = drafts;
        this.schedules = schedules;
        this.previewed = previewed;
        this.refusals = refusals;
    }

    @Operation(summary = "Preview publishing a draft", description = "A million people enrolled take seconds.")
    @ApiResponse(responseCode = "200", description = "The preview; it is kept for a day")
    @ApiResponse(responseCode = "404", description = "There is no draft with this number")
    @ApiResponse(responseCode = "409", description = "The draft was published or discarded")
    @PostMapping(DRAFT + "/preview")
    PreviewView ofDraft(@PathVariable String id, @PathVariable("draft") int number, @RequestBody ChoiceBody body) {
        return previewed.make(draft(id, number), body);
    }

    @Operation(summary = "Preview rolling back to a version")
    @ApiResponse(responseCode = "200", description = "The preview; it is kept for a day")
    @ApiResponse(responseCode = "404", description = "There is no version with this number")
    @PostMapping(VERSION + "/preview")
    PreviewView ofVersion(@PathVariable String id, @PathVariable int version, @RequestBody ChoiceBody body) {
        return previewed.make(version(id, version), body);
    }

    @Operation(summary = "A preview of a draft again", description = "As it was when it was asked.")
    @ApiResponse(responseCode = "200", description = "The preview")
    @ApiResponse(responseCode = "404", description = "There is no such preview of this draft, or no longer")
    @GetMapping(DRAFT + "/previews/{preview}")
    PreviewView again(@PathVariable String id, @PathVariable("draft") int number, @PathVariable UUID preview) {
        return PreviewView.of(previewed.find(id, number, preview));
    }

    @Operation(summary = "Whom a draft would meet", description = "In order of enrolment; a page after another.")
    @ApiResponse(responseCode = "200", description = "Some of them, as of the time of the preview")
    @ApiResponse(responseCode = "404", description = "There is no such preview of this draft, or no longer")
    @ApiResponse(responseCode = "409", description = "The draft has changed since, or was published or discarded")
    @GetMapping(DRAFT + "/previews/{preview}/people")
    PersonView.Page people(@PathVariable String id, @PathVariable("draft") int number, @PathVariable UUID preview,
            @RequestParam(defaultValue = "EVERYBODY") Meets effect,
            @Parameter(description = "\"next\" of the page before") @RequestParam(required = false) @Nullable UUID after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal SignedIn me) {
        var kept = previewed.find(id, number, preview);
        return previewed.people(kept, draft(id, number), effect, after, size, me.account());
    }

    @Operation(summary = "One person's timeline, and as it would be by a draft", description = "Noted in the audit trail.")
    @ApiResponse(responseCode = "200", description = "Both, side by side")
    @ApiResponse(responseCode = "404", description = "There is no such preview of this draft, or nobody of that id is in"
            + " an earlier version of the schedule")
    @ApiResponse(responseCode = "409", description = "The draft has changed since, or was published or discarded")
    @GetMapping(DRAFT + "/previews/{preview}/people/{enrolment}")
    SideBySideView person(@PathVariable String id, @PathVariable("draft") int number, @PathVariable UUID preview,
            @PathVariable UUID enrolment, @AuthenticationPrincipal SignedIn me) {
        var kept = previewed.find(id, number, preview);
        return previewed.person(kept, draft(id, number), enrolment, me.account());
    }

    @Operation(summary = "A preview of a roll-back again", description = "As it was when it was asked.")
    @ApiResponse(responseCode = "200", description = "The preview")
    @ApiResponse(responseCode = "404", description = "There is no such preview of this version, or no longer")
    @GetMapping(VERSION + "/previews/{preview}")
    PreviewView againOfRollBack(@PathVariable String id, @PathVariable int version, @PathVariable UUID preview) {
        return PreviewView.of(previewed.findOfVersion(id, version, preview));
    }

    @Operation(summary = "Whom a roll-back would meet", description = "In order of enrolment; a page after another.")
    @ApiResponse(responseCode = "200", description = "Some of them, as of the time of the preview")
    @ApiResponse(responseCode = "404", description = "There is no such preview of this version, or no longer")
    @GetMapping(VERSION + "/previews/{preview}/people")
    PersonView.Page peopleOfRollBack(@PathVariable String id, @PathVariable int version, @PathVariable UUID preview,
            @RequestParam(defaultValue = "EVERYBODY") Meets effect,
            @Parameter(description = "\"next\" of the page before") @RequestParam(required = false) @Nullable UUID after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal SignedIn me) {
        return previewed.people(previewed.findOfVersion(id, version, preview), version(id, version).schedule(),
                effect, after, size, me.account());
    }

    @Operation(summary = "One person's timeline, and as it would be by a roll-back",
            description = "Noted in the audit trail.")
    @ApiResponse(responseCode = "200", description = "Both, side by side")
    @ApiResponse(responseCode = "404", description = "There is no such preview of this version, or nobody of that id is"
            + " in an earlier version of the schedule")
    @GetMapping(VERSION + "/previews/{preview}/people/{enrolment}")
    SideBySideView personOfRollBack(@PathVariable String id, @PathVariable int version, @PathVariable UUID preview,
            @PathVariable UUID enrolment, @AuthenticationPrincipal SignedIn me) {
        return previewed.person(previewed.findOfVersion(id, version, preview), version(id, version).schedule(),
                enrolment, me.account());
    }

    private Draft draft(String id, int number) {
        Draft draft = drafts.find(id, number).orElseThrow(DraftRefusals::unknown);
        if (!draft.isOpen()) {
            throw refusals.ended(draft, null);
        }
        return draft;
    }

    private ScheduleVersion version(String id, int version) {
        return schedules.find(id, version)
                .orElseThrow(() -> Problem.notFound("There is no version with this number."));
    }
}
