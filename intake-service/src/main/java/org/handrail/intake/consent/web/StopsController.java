package org.handrail.intake.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.handrail.intake.client.ClientNamed;
import org.handrail.intake.consent.DirectStops;
import org.handrail.intake.consent.RecordingConsents;
import org.handrail.intake.consent.web.ConsentBodies.Stop;
import org.handrail.intake.consent.web.ConsentBodies.StopAnswer;
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

/**
 * Stops said to staff or told by another system. The fact is committed first; then notifier-service gets it directly,
 * so that 200 means "in force". When that fails the fact still arrives by Kafka, and the answer says that it is not in
 * force yet.
 */
@Tag(name = "Consents and stops")
@RestController
@RequestMapping("/api/v1/stops")
@ApiResponse(responseCode = "200", description = "In force",
        content = @Content(schema = @Schema(implementation = StopAnswer.class)))
@ApiResponse(responseCode = "202", description = "Accepted, but not yet in force: ask again with the same key",
        content = @Content(schema = @Schema(implementation = StopAnswer.class)))
class StopsController {

    private static final String OPERATION = "POST /stops";
    private static final int IN_FORCE = 200;

    private final RecordingConsents consents;
    private final DirectStops direct;
    private final IdempotentRequests requests;
    private final ClientReader clients;
    private final Clock clock;

    StopsController(RecordingConsents consents, DirectStops direct, IdempotentRequests requests,
            ClientReader clients, Clock clock) {
        this.consents = consents;
        this.direct = direct;
        this.requests = requests;
        this.clients = clients;
        this.clock = clock;
    }

    @Operation(summary = "Stop email to a client, at once")
    @PostMapping
    ResponseEntity<String> stop(@AuthenticationPrincipal Source source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Stop body) {
        FieldReader fields = new FieldReader(clock);
        String reference = fields.code("/reference", body.reference());
        ClientNamed client = clients.named(fields, "/client", body.client());
        Set<Purpose> told = Purposes.read(fields, body.purposes());
        Set<Purpose> purposes = body.purposes() == null ? EnumSet.allOf(Purpose.class) : told;
        HowGiven how = body.how() == null ? HowGiven.SPOKEN : fields.oneOf("/how", body.how(), HowGiven.class,
                HowGiven.SPOKEN, HowGiven.SIGNED, HowGiven.REPLY, HowGiven.WEB_FORM, HowGiven.API, HowGiven.STAFF);
        Instant occurredAt = fields.required("/occurredAt", fields.past("/occurredAt", body.occurredAt()));
        fields.throwIfAny();
        UUID stopId = reference == null && key != null
                ? Acts.id("stop-key", source.name(), IdempotentRequests.plain(key))
                : Acts.id("stop", source.name(), reference);
        AtomicReference<@Nullable StopRequested> committed = new AtomicReference<>();
        ResponseEntity<String> kept = requests.answer(source, key, OPERATION, body,
                answer -> answer.status() == IN_FORCE, () -> {
                    StopRequested stop = consents.recordStop(source.name(), Objects.requireNonNull(client), stopId,
                            purposes, Objects.requireNonNull(how), Objects.requireNonNull(occurredAt));
                    committed.set(stop);
                    return new Reply(202, answer(stop, Optional.empty()));
                });
        StopRequested stop = committed.get();
        if (stop == null) {
            return kept;
        }
        Optional<Instant> since = direct.stop(stop);
        return since.isEmpty() ? kept
                : requests.conclude(source, key, OPERATION, body, new Reply(IN_FORCE, answer(stop, since)));
    }

    private static StopAnswer answer(StopRequested stop, Optional<Instant> since) {
        return new StopAnswer(stop.clientId(), stop.stopId(), stop.purposes(), since.isPresent(), since.orElse(null),
                since.isPresent() ? null
                        : "Accepted and on its way, but not yet in force: a message may still leave. Send this "
                        + "request again with the same Idempotency-Key to learn when it is.");
    }
}
