package org.handrail.intake.call.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.intake.call.RecordingCalls;
import org.handrail.intake.call.TwilioCallback;
import org.handrail.intake.call.TwilioSignature;
import org.handrail.platform.json.PlainText;
import org.handrail.platform.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Twilio-style callbacks: the action of a dial and the status of a call. */
@Tag(name = "Call webhooks")
@RestController
class TwilioController {

    private static final String NOTHING_TO_DO = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    private static final int LONGEST_TOKEN = 100;

    private final RecordingCalls calls;
    private final Optional<TwilioSignature> signature;
    private final URI publicBase;
    private final Clock clock;

    TwilioController(RecordingCalls calls, CallWebhooks webhooks, Clock clock) {
        this.calls = calls;
        this.signature = webhooks.twilio();
        this.publicBase = webhooks.publicBase();
        this.clock = clock;
    }

    @Operation(summary = "Twilio-style voice callback, signed by X-Twilio-Signature")
    @PostMapping(path = "/webhooks/twilio/calls", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> call(HttpServletRequest request) throws IOException {
        TwilioSignature expected = signature.orElseThrow(() ->
                Problem.forbidden("This endpoint is closed: HANDRAIL_TWILIO_AUTH_TOKEN is not set."));
        String given = request.getHeader("X-Twilio-Signature");
        if (given == null) {
            throw Problem.unauthorized("The request must be signed by X-Twilio-Signature.");
        }
        Map<String, List<String>> parameters = parameters(request);
        if (!expected.matches(given, address(request), parameters)) {
            throw Problem.forbidden("The signature does not match.");
        }
        TwilioCallback callback = new TwilioCallback(parameters);
        if (callback.callSid().isEmpty()) {
            throw Problem.invalid("/CallSid", "is missing or malformed");
        }
        callback.report(clock.instant()).ifPresent(
                report -> calls.take(callback.deliveryKey(token(request)), report));
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING_TO_DO);
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            Map<String, List<String>> parameters = FormParameters.read(body);
            boolean plain = parameters.entrySet().stream().allMatch(entry ->
                    PlainText.brokenRule(entry.getKey()).isEmpty()
                            && entry.getValue().stream().allMatch(value -> PlainText.brokenRule(value).isEmpty()));
            if (plain) {
                return parameters;
            }
        } catch (IllegalArgumentException e) {
            // told below, without what was sent
        }
        throw Problem.badRequest("The form data cannot be decoded.");
    }

    /** As the caller knows it: a proxy may have changed scheme, host and port, but not path and query. */
    private String address(HttpServletRequest request) {
        String base = publicBase.toString().replaceFirst("/+$", "");
        String query = request.getQueryString();
        return base + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String token(HttpServletRequest request) {
        String token = request.getHeader("I-Twilio-Idempotency-Token");
        if (token == null || !token.matches("[!-~]{1," + LONGEST_TOKEN + "}")) {
            return "";
        }
        return token;
    }
}
