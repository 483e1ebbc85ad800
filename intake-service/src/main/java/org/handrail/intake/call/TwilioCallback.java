package org.handrail.intake.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a Twilio-style callback: the {@code action} of a {@code <Dial>} or the status callback of a call.
 * An inbound call counts as answered only if the dialled leg says that staff took it; the call itself is "completed"
 * for a voicemail and for a caller who hung up, too.
 */
public final class TwilioCallback {

    public static final String PROVIDER = "twilio";

    private static final Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");
    private static final Set<String> DIAL_OVER = Set.of("completed", "answered", "busy", "failed", "no-answer", "canceled");
    private static final Set<String> DIAL_TAKEN = Set.of("completed", "answered");

    private final Map<String, List<String>> parameters;

    public TwilioCallback(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    public Optional<String> callSid() {
        return Optional.ofNullable(one("CallSid")).filter(sid -> sid.matches("[A-Za-z0-9_-]{1,64}"));
    }

    /** With the delivery's own token: what makes two deliveries the same. */
    public String deliveryKey(String token) {
        return String.join(" ", callSid().orElse(""), status(), token);
    }

    /** Empty while the call goes on. */
    public Optional<CallReport> report(Instant now) {
        String dialStatus = one("DialCallStatus");
        String callStatus = one("CallStatus");
        boolean over = dialStatus != null ? DIAL_OVER.contains(dialStatus)
                : callStatus != null && OVER.contains(callStatus);
        if (!over || callSid().isEmpty()) {
            return Optional.empty();
        }
        boolean inbound = !String.valueOf(one("Direction")).startsWith("outbound");
        boolean answered = dialStatus != null ? dialTaken(dialStatus) : !inbound && calleeTook(callStatus);
        return Optional.of(new CallReport(PROVIDER, callSid().orElseThrow(), inbound,
                inbound ? first("From", "Caller") : first("To", "Called"),
                inbound ? first("To", "Called") : first("From", "Caller"),
                answered, status(), endedAt(now)));
    }

    private boolean dialTaken(String dialStatus) {
        return DIAL_TAKEN.contains(dialStatus)
                && !"false".equals(one("DialBridged"))
                && !"0".equals(one("DialCallDuration"))
                && !byMachine();
    }

    /** Staff called: it was taken if the other side spoke. */
    private boolean calleeTook(@Nullable String callStatus) {
        return "completed".equals(callStatus) && !"0".equals(one("CallDuration")) && !byMachine();
    }

    private boolean byMachine() {
        String by = one("AnsweredBy");
        return by != null && (by.startsWith("machine") || by.equals("fax"));
    }

    private String status() {
        String status = first("DialCallStatus", "CallStatus");
        return status != null && status.matches("[a-z][a-z-]{0,29}") ? status : "unknown";
    }

    /** A time to come would hold back what really comes later. */
    private Instant endedAt(Instant now) {
        String timestamp = one("Timestamp");
        if (timestamp == null) {
            return now;
        }
        try {
            Instant told = ZonedDateTime.parse(timestamp, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return told.isAfter(now) ? now : told;
        } catch (DateTimeException e) {
            return now;
        }
    }

    private @Nullable String first(String name, String otherwise) {
        String value = one(name);
        return value == null ? one(otherwise) : value;
    }

    private @Nullable String one(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }
}
