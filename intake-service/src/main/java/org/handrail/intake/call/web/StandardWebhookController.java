package org.handrail.intake.call.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.handrail.intake.call.CallReport;
import org.handrail.intake.call.RecordingCalls;
import org.handrail.intake.call.StandardWebhookSignature;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls told by Standard Webhooks. */
@Tag(name = "Call webhooks")
@RestController
class StandardWebhookController {

    private static final Set<String> HANDLED = Set.of("call.ended", "call.completed", "call.missed", "call.answered");

    private final RecordingCalls calls;
    private final CallMessageReader reader;
    private final Optional<StandardWebhookSignature> signature;
    private final Clock clock;

    StandardWebhookController(RecordingCalls calls, CallMessageReader reader, CallWebhooks webhooks, Clock clock) {
        this.calls = calls;
        this.reader = reader;
        this.signature = webhooks.standard();
        this.clock = clock;
    }

    /** @param why a code when it made no work */
    record Taken(boolean applied, @Nullable String why) {
    }

    @Operation(summary = "A call ended", description = "Signed by webhook-id, webhook-timestamp and webhook-signature "
            + "(Standard Webhooks). An inbound call that nobody answered makes call-back work; other types are "
            + "acknowledged and ignored.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = CallMessage.class)))
    @PostMapping("/webhooks/calls")
    Taken call(HttpServletRequest request) throws IOException {
        StandardWebhookSignature expected = signature.orElseThrow(() ->
                Problem.forbidden("This endpoint is closed: HANDRAIL_WEBHOOK_SECRET is not set."));
        String id = request.getHeader("webhook-id");
        String timestamp = request.getHeader("webhook-timestamp");
        String signatures = request.getHeader("webhook-signature");
        if (id == null || timestamp == null || signatures == null) {
            throw Problem.unauthorized(
                    "The request must be signed by webhook-id, webhook-timestamp and webhook-signature.");
        }
        byte[] body = request.getInputStream().readAllBytes();
        if (!expected.matches(id, timestamp, signatures, body, clock.instant())) {
            throw Problem.forbidden("The signature does not match, or the timestamp is too far away.");
        }
        if (!id.matches("[!-~]{1,200}")) {
            throw Problem.badRequest("The webhook-id must be 1 to 200 visible ASCII characters.");
        }
        CallMessage message = reader.parse(body);
        if (message.type() != null && !HANDLED.contains(message.type())) {
            return new Taken(false, "type-not-handled");
        }
        CallReport report = reader.report(message);
        return calls.take(id, report) ? new Taken(true, null) : new Taken(false, "nothing-new");
    }
}
