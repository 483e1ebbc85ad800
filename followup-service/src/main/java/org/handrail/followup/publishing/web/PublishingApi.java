package org.handrail.followup.publishing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.handrail.followup.publishing.Draft;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.publishing.Publishing.Outcome;
import org.handrail.followup.publishing.Publishing.Published;
import org.handrail.followup.publishing.PublishingDrafts;
import org.handrail.followup.publishing.PublishingDrafts.DraftOvertaken;
import org.handrail.followup.publishing.PublishingDrafts.Order;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishing and rolling back. */
@Tag(name = "Publishing", description = "Makes a draft or an earlier version what people are enrolled in; for admins")
@RestController
@RequestMapping("/api/v1/schedules/{id}")
class PublishingApi {

    private final PublishingDrafts publishing;
    private final Drafts drafts;
    private final Schedules schedules;
    private final Definitions definitions;
    private final Views views;
    private final DraftRefusals refusals;
    private final PublishRefusals unpublished;

    PublishingApi(PublishingDrafts publishing, Drafts drafts, Schedules schedules, Definitions definitions,
            Views views, DraftRefusals refusals, PublishRefusals unpublished) {
        this.publishing = publishing;
        this.drafts = drafts;
        this.schedules = schedules;
        this.definitions = definitions;
        this.views = views;
        this.refusals = refusals;
        this.unpublished = unpublished;
    }

    @Operation(summary = "Publish a draft", description = """
            New anchors enrol in it from now on; those enrolled are moved in the background, or stay. Nothing is \
            published when it would do something else than the preview said, unless changes are accepted, nor when \
            somebody else has published meanwhile.""")
    @ApiResponse(responseCode = "200", description = "It is published")
    @ApiResponse(responseCode = "404", description = "There is no draft with this number")
    @ApiResponse(responseCode = "409", description = "Nothing is published: another version was meanwhile, or it would do"
            + " something else by now, or those enrolled are still being moved, or the draft was published or discarded")
    @ApiResponse(responseCode = "412", description = "Somebody else changed the draft")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    @PostMapping("/drafts/{draft}/publish")
    PublishedView publish(@PathVariable String id, @PathVariable("draft") int number, @RequestBody PublishBody body,
            @Parameter(description = "ETag with which the draft was read")
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn me, HttpServletResponse response) {
        int seen = Revisions.seen(ifMatch);
        Draft draft = current(id, number, seen, response);
        Schedule schedule = definitions.stored(draft.definition());
        Order order = body.read(schedule, schedules.versions(id), me.account());
        try {
            return answer(publishing.publish(draft, schedule, order), draft);
        } catch (DraftOvertaken e) {
            current(id, number, seen, response);
            throw e;
        }
    }

    private Draft current(String id, int number, int seen, HttpServletResponse response) {
        Draft draft = drafts.find(id, number).orElseThrow(DraftRefusals::unknown);
        if (!draft.isOpen()) {
            throw refusals.ended(draft, null);
        }
        if (draft.revision() != seen) {
            response.setHeader(HttpHeaders.ETAG, Revisions.tag(draft.revision()));
            throw refusals.overtaken(draft, null);
        }
        return draft;
    }

    @Operation(summary = "Roll back", description = """
            Publishes an earlier version's definition as a new version, in one go; a move under way is cancelled. To \
            look first, preview the version and name the preview.""")
    @ApiResponse(responseCode = "200", description = "It is published")
    @ApiResponse(responseCode = "404", description = "There is no version with this number")
    @ApiResponse(responseCode = "409", description = "Nothing is published: it is what is published already, or another"
            + " version than the caller believes is, or it would do something else by now than the preview said")
    @PostMapping("/roll-back")
    PublishedView rollBack(
            @PathVariable String id, @RequestBody RollBackBody body, @AuthenticationPrincipal SignedIn me) {
        ScheduleVersion back = schedules.find(id, body.version())
                .orElseThrow(() -> Problem.notFound("There is no version with this number."));
        int published = views.published(id).map(ScheduleVersion::version)
                .orElseThrow(() -> Problem.notFound("No schedule with this id is published."));
        Order order = body.read(back.schedule(), schedules.versions(id), me.account());
        if (back.version() == published) {
            throw Problem.conflict("already-published", "This is the version that is published.");
        }
        if (body.from() != null && body.from() != published) {
            throw unpublished.otherPublished(id, body.from(), published);
        }
        return answer(publishing.rollBack(back.schedule(), back.version(), definitions.canonical(back.schedule()),
                published, order), null);
    }

    private PublishedView answer(Outcome outcome, @Nullable Draft draft) {
        if (outcome instanceof Published published) {
            return PublishedView.of(published);
        }
        throw unpublished.problem(outcome, draft);
    }
}
