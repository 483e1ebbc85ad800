package org.handrail.intake.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handrail.contract.ExpiryEvent;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.consent.ConsentTaken;
import org.handrail.intake.consent.RecordingConsents;
import org.handrail.intake.consent.web.ConsentBodies.Consent;
import org.handrail.intake.consent.web.ConsentBodies.ConsentAnswer;
import org.handrail.intake.consent.web.ConsentBodies.ConsentOf;
import org.handrail.intake.idempotency.web.IdempotentRequests;
import org.handrail.intake.idempotency.web.Reply;
import org.handrail.intake.source.Source;
import org.handrail.intake.web.ClientReader;
import org.handrail.intake.web.FieldReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Emailing preferences as sources took them. */
@Tag(name = "Consents and stops")
@RestController
@RequestMapping("/api/v1/consents")
@ApiResponse(responseCode = "200", description = "Entered before",
        content = @Content(schema = @Schema(implementation = ConsentAnswer.class)))
@ApiResponse(responseCode = "201", description = "Entered",
        content = @Content(schema = @Schema(implementation = ConsentAnswer.class)))
class ConsentsController {

    private static final Pattern WORDING = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

    private final RecordingConsents consents;
    private final IdempotentRequests requests;
    private final ClientReader clients;
    private final Clock clock;

    ConsentsController(RecordingConsents consents, IdempotentRequests requests, ClientReader clients, Clock clock) {
        this.consents = consents;
        this.requests = requests;
        this.clients = clients;
        this.clock = clock;
    }

    @Operation(summary = "Record a consent to email")
    @PostMapping
    ResponseEntity<String> record(@AuthenticationPrincipal Source source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Consent body) {
        FieldReader fields = new FieldReader(clock);
        ClientNamed client = clients.named(fields, "/client", body.client());
        ConsentTaken taken = taken(fields, source, body);
        return requests.answer(source, key, "POST /consents", body, () -> reply(taken,
                consents.record(source.name(), Objects.requireNonNull(client), taken)));
    }

    private static ConsentTaken taken(FieldReader fields, Source source, Consent body) {
        String reference = fields.code("/reference", body.reference());
        Set<Purpose> purposes = Purposes.read(fields, body.purposes());
        fields.required("/purposes", body.purposes());
        String wording = fields.required("/wording", body.wording());
        if (wording != null && !WORDING.matcher(wording).matches()) {
            fields.fault("/wording", "must be a code such as intake-paper/4");
        }
        Language language = fields.required("/language",
                fields.oneOf("/language", body.language(), Language.class));
        HowGiven how = fields.required("/how", fields.oneOf("/how", body.how(), HowGiven.class,
                HowGiven.SPOKEN, HowGiven.SIGNED, HowGiven.WEB_FORM, HowGiven.API, HowGiven.STAFF));
        Boolean warned = fields.required("/riskWarningShown", body.riskWarningShown());
        Instant occurredAt = fields.required("/occurredAt", fields.past("/occurredAt", body.occurredAt()));
        Instant expiresAt = fields.instant("/expiresAt", body.expiresAt());
        ExpiryEvent expiresOn = fields.oneOf("/expiresOn", body.expiresOn(), ExpiryEvent.class);
        if (occurredAt != null && expiresAt != null && !expiresAt.isAfter(occurredAt)) {
            fields.fault("/expiresAt", "must be after occurredAt");
        }
        fields.throwIfAny();
        UUID actId = Acts.id("consent", source.name(), reference);
        return new ConsentTaken(actId, purposes, Objects.requireNonNull(wording), Objects.requireNonNull(language),
                Objects.requireNonNull(how), Boolean.TRUE.equals(warned), Objects.requireNonNull(occurredAt),
                expiresAt, expiresOn, Boolean.TRUE.equals(body.addressReadBack()));
    }

    private static Reply reply(ConsentTaken taken, RecordingConsents.Outcome outcome) {
        String why = !outcome.applied() ? "repeated" : taken.riskWarningShown() ? null : "deficient";
        return Reply.of(outcome.applied(), new ConsentAnswer(outcome.client().id(),
                taken.purposes().stream().sorted()
                        .map(purpose -> new ConsentOf(purpose, RecordingConsents.consentId(taken.actId(), purpose)))
                        .toList(),
                outcome.applied(), why));
    }
}
