package org.handrail.intake.stay.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.idempotency.web.IdempotentRequests;
import org.handrail.intake.idempotency.web.Reply;
import org.handrail.intake.source.Source;
import org.handrail.intake.stay.RecordingStays;
import org.handrail.intake.stay.Stay.Decision;
import org.handrail.intake.stay.web.StayBodies.Admission;
import org.handrail.intake.stay.web.StayBodies.Discharge;
import org.handrail.intake.stay.web.StayBodies.StayAnswer;
import org.handrail.intake.web.ClientBody;
import org.handrail.intake.web.ClientReader;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admissions and discharges. */
@Tag(name = "Stays")
@RestController
@RequestMapping("/api/v1")
@ApiResponse(responseCode = "200", description = "Kept, but it changed nothing",
        content = @Content(schema = @Schema(implementation = StayAnswer.class)))
@ApiResponse(responseCode = "201", description = "Taken",
        content = @Content(schema = @Schema(implementation = StayAnswer.class)))
class StaysController {

    private final RecordingStays stays;
    private final IdempotentRequests requests;
    private final ClientReader clients;
    private final Sites sites;
    private final Clock clock;

    StaysController(RecordingStays stays, IdempotentRequests requests, ClientReader clients, Sites sites,
            Clock clock) {
        this.stays = stays;
        this.requests = requests;
        this.clients = clients;
        this.sites = sites;
        this.clock = clock;
    }

    /** What both bodies have. */
    private record Common(String reference, ClientNamed client, String site, Instant at, Instant occurredAt) {
    }

    @Operation(summary = "A client came into detox or treatment")
    @PostMapping("/admissions")
    ResponseEntity<String> admit(@AuthenticationPrincipal Source source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Admission body) {
        Common told = read(body.reference(), body.client(), body.site(), "/admittedAt", body.admittedAt(),
                body.occurredAt());
        return requests.answer(source, key, "POST /admissions", body, () -> reply(told.reference(), stays.admit(
                source.name(), told.reference(), told.client(), told.site(), told.at(), told.occurredAt())));
    }

    @Operation(summary = "A client left, as planned or against advice")
    @PostMapping("/discharges")
    ResponseEntity<String> discharge(@AuthenticationPrincipal Source source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Discharge body) {
        Common told = read(body.reference(), body.client(), body.site(), "/dischargedAt", body.dischargedAt(),
                body.occurredAt());
        boolean againstAdvice = Boolean.TRUE.equals(body.againstAdvice());
        return requests.answer(source, key, "POST /discharges", body, () -> reply(told.reference(), stays.discharge(
                source.name(), told.reference(), told.client(), told.site(), told.at(), againstAdvice,
                told.occurredAt())));
    }

    private Common read(@Nullable String reference, @Nullable ClientBody client, @Nullable String site,
            String timeField, @Nullable String time, @Nullable String occurredAt) {
        FieldReader fields = new FieldReader(clock);
        String stay = fields.required("/reference", fields.code("/reference", reference));
        ClientNamed named = clients.named(fields, "/client", client);
        String siteId = clients.site(fields, "/site", site);
        Instant at = fields.required(timeField, fields.past(timeField, time));
        Instant since = fields.past("/occurredAt", occurredAt);
        fields.throwIfAny();
        Instant happened = Objects.requireNonNull(at);
        return new Common(Objects.requireNonNull(stay), Objects.requireNonNull(named),
                siteId == null ? sites.defaultSite().id() : siteId, happened, since == null ? happened : since);
    }

    private static Reply reply(String reference, Decision decision) {
        return Reply.of(decision.applied(), new StayAnswer(reference, decision.next().id(),
                decision.next().clientId(), decision.applied(), decision.why()));
    }
}
