package org.handrail.intake.call.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.handrail.intake.call.CallReport;
import org.handrail.intake.call.web.CallMessage.Call;
import org.handrail.intake.web.FieldReader;
import org.handrail.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a call out of a message. */
public final class CallMessageReader {

    private static final String PROVIDER = "standard";
    private static final int LONGEST_ID = 200;

    private final JsonMapper json;
    private final Clock clock;

    public CallMessageReader(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    CallMessage parse(byte[] body) {
        CallMessage message;
        try {
            message = json.readValue(body, CallMessage.class);
        } catch (JacksonException e) {
            throw Problem.badRequest("The body is not a message about a call: " + (e.getPath().isEmpty()
                    ? "it must be a JSON object." : "a field is of the wrong type."));
        }
        if (message == null) {
            throw Problem.badRequest("A JSON body is needed.");
        }
        return message;
    }

    CallReport report(CallMessage message) {
        FieldReader fields = new FieldReader(clock);
        fields.required("/type", message.type());
        Call call = fields.required("/data", message.data());
        fields.throwIfAny();
        return report(fields, message, Objects.requireNonNull(call));
    }

    private CallReport report(FieldReader fields, CallMessage message, Call call) {
        String callId = fields.required("/data/callId", fields.line("/data/callId", call.callId(), LONGEST_ID));
        boolean inbound = inbound(fields, call.direction());
        String status = status(fields, call.status());
        String ended = call.endedAt() == null ? message.timestamp() : call.endedAt();
        String field = call.endedAt() == null ? "/timestamp" : "/data/endedAt";
        Instant endedAt = ended == null ? clock.instant() : fields.past(field, ended);
        fields.throwIfAny();
        return new CallReport(PROVIDER, Objects.requireNonNull(callId), inbound,
                inbound ? call.from() : call.to(), inbound ? call.to() : call.from(),
                answered(message, call), status, Objects.requireNonNull(endedAt));
    }

    private static boolean answered(CallMessage message, Call call) {
        if (call.answered() != null) {
            return call.answered();
        }
        boolean over = "completed".equals(call.status()) || "answered".equals(call.status())
                || "call.answered".equals(message.type());
        return over && call.durationSeconds() != null && call.durationSeconds() > 0;
    }

    private static boolean inbound(FieldReader fields, @Nullable String direction) {
        String told = direction == null ? "inbound" : direction.toLowerCase(Locale.ROOT);
        if (!told.startsWith("inbound") && !told.startsWith("outbound")) {
            fields.fault("/data/direction", "must be inbound or outbound");
        }
        return !told.startsWith("outbound");
    }

    private static String status(FieldReader fields, @Nullable String status) {
        if (status != null && !status.matches("[a-z][a-z_-]{0,29}")) {
            fields.fault("/data/status", "must be a code such as no-answer");
        }
        return status == null ? "unknown" : status;
    }
}
