package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.DraftChange;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.publishing.EditingDrafts;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.staff.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of schedules: begun, changed by one admin at a time, discarded. */
@Tag(name = "Drafts of schedules", description = "Writing a schedule before anybody is enrolled by it; for admins")
@RestController
@RequestMapping("/api/v1/schedules")
class DraftsApi {

    private static final String ETAG = "The draft's revision";

    private final Drafts drafts;
    private final EditingDrafts editing;
    private final Definitions definitions;
    private final Views views;
    private final DraftRefusals refusals;
    private final Rebasing rebasing;

    DraftsApi(Drafts drafts, EditingDrafts editing, Definitions definitions, Views views, DraftRefusals refusals,
            Rebasing rebasing) {
        this.drafts = drafts;
        this.editing = editing;
        this.definitions = definitions;
        this.views = views;
        this.refusals = refusals;
        this.rebasing = rebasing;
    }

    @Operation(summary = "All open drafts", description = "Also of schedules that have no version yet.")
    @GetMapping("/drafts")
    List<DraftSummary> all() {
        return views.summaries(drafts.open());
    }

    @Operation(summary = "Open drafts of a schedule", description = "Oldest first.")
    @GetMapping("/{id}/drafts")
    List<DraftSummary> of(@PathVariable String id) {
        return views.summaries(drafts.of(id));
    }

    @Operation(summary = "Begin a draft",
            description = "The id in the definition says of which schedule; it may be a new one.")
    @DefinitionBody
    @ApiResponse(responseCode = "201", description = "The draft", headers = {
        @Header(name = "Location", description = "Where it is"), @Header(name = "ETag", description = ETAG)})
    @PostMapping(path = "/drafts",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Definitions.YAML, Definitions.TEXT_YAML, Definitions.X_YAML})
    ResponseEntity<DraftView> begin(@RequestBody(required = false) byte @Nullable [] definition,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @AuthenticationPrincipal SignedIn me) {
        Schedule schedule = definitions.read(definition, type);
        return views.begun(editing.begin(schedule.id(), definitions.canonical(schedule), me.account()));
    }

    @Operation(summary = "One draft", description = "In whichever state.")
    @ApiResponse(responseCode = "200", description = "The draft",
            headers = @Header(name = "ETag", description = ETAG))
    @ApiResponse(responseCode = "404", description = "There is none with this number")
    @GetMapping("/{id}/drafts/{draft}")
    ResponseEntity<DraftView> one(@PathVariable String id, @PathVariable("draft") int number) {
        return answer(find(id, number));
    }

    @Operation(summary = "A draft's definition alone", description = "To be changed and sent back with PUT.")
    @DefinitionAnswer
    @ApiResponse(responseCode = "404", description = "There is no draft with this number")
    @GetMapping(path = "/{id}/drafts/{draft}/definition",
            produces = {MediaType.APPLICATION_JSON_VALUE, Definitions.YAML, Definitions.TEXT_YAML, Definitions.X_YAML})
    ResponseEntity<byte[]> definition(@PathVariable String id, @PathVariable("draft") int number,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Draft draft = find(id, number);
        return Written.as(accept, notation -> definitions.written(definitions.stored(draft.definition()), notation),
                Revisions.tag(draft.revision()));
    }

    @Operation(summary = "Change a draft", description = """
            Replaces its definition. When somebody else was first, nobody's words are lost: the answer is 412, says \
            who and when, and names the draft of its own as which this one is kept.""")
    @DefinitionBody
    @ApiResponse(responseCode = "200", description = "It is changed, or said so already",
            headers = @Header(name = "ETag", description = ETAG))
    @ApiResponse(responseCode = "404", description = "There is no draft with this number")
    @ApiResponse(responseCode = "409", description = "It was published or discarded meanwhile (what was sent is kept as"
            + " another draft), or another version is published than the one to rebase on")
    @ApiResponse(responseCode = "412", description = "Somebody else changed it first")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    @PutMapping(path = "/{id}/drafts/{draft}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Definitions.YAML, Definitions.TEXT_YAML, Definitions.X_YAML})
    ResponseEntity<DraftView> change(@PathVariable String id, @PathVariable("draft") int number,
            @RequestBody(required = false) byte @Nullable [] definition,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(description = "ETag with which the draft was read")
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(description = "The version published now, once what it changed is in this definition, too")
            @RequestParam(required = false) @Nullable Integer rebase,
            @AuthenticationPrincipal SignedIn me, HttpServletResponse response) {
        int revision = Revisions.seen(ifMatch);
        find(id, number);
        Schedule schedule = definitions.read(id, definition, type);
        return answer(editing.change(
                id, number, revision, definitions.canonical(schedule), rebase, me.account()), response);
    }

    @Operation(summary = "Discard a draft", description = "It can still be read, but no longer changed or published.")
    @ApiResponse(responseCode = "204", description = "It is discarded")
    @ApiResponse(responseCode = "404", description = "There is no draft with this number")
    @ApiResponse(responseCode = "409", description = "It was published meanwhile")
    @ApiResponse(responseCode = "412", description = "Somebody else changed it first")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    @DeleteMapping("/{id}/drafts/{draft}")
    ResponseEntity<Void> discard(@PathVariable String id, @PathVariable("draft") int number,
            @Parameter(description = "ETag with which the draft was read")
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn me, HttpServletResponse response) {
        answer(editing.discard(id, number, Revisions.seen(ifMatch), me.account()), response);
        return ResponseEntity.noContent().build();
    }

    private Draft find(String id, int number) {
        return drafts.find(id, number).orElseThrow(DraftRefusals::unknown);
    }

    @Operation(summary = "Rebase a draft", description = """
            Takes over what has been published since it was begun, step by step, where the draft did not change the \
            same. What both changed is named, and then nothing is done: PUT with rebase says what it is to be.""")
    @ApiResponse(responseCode = "200", description = "It is based on what is published, or was already",
            headers = @Header(name = "ETag", description = ETAG))
    @ApiResponse(responseCode = "404", description = "There is no draft with this number")
    @ApiResponse(responseCode = "409", description = "Both changed the same, or the draft was published or discarded")
    @ApiResponse(responseCode = "412", description = "Somebody else changed it first")
    @ApiResponse(responseCode = "422", description = "Together the two have faults; all of them are listed")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    @PostMapping("/{id}/drafts/{draft}/rebase")
    ResponseEntity<DraftView> rebase(@PathVariable String id, @PathVariable("draft") int number,
            @Parameter(description = "ETag with which the draft was read")
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn me, HttpServletResponse response) {
        return answer(rebasing.rebase(find(id, number), Revisions.seen(ifMatch), me.account()), response);
    }

    private ResponseEntity<DraftView> answer(DraftChange change, HttpServletResponse response) {
        if (change instanceof DraftChange.Made made) {
            return answer(made.draft());
        }
        if (change instanceof DraftChange.Overtaken overtaken) {
            response.setHeader(HttpHeaders.ETAG, Revisions.tag(overtaken.current().revision()));
        }
        throw refusals.problem(change);
    }

    private ResponseEntity<DraftView> answer(Draft draft) {
        return ResponseEntity.ok().eTag(Revisions.tag(draft.revision())).body(views.of(draft));
    }
}
