package org.handrail.standalone.demo.door;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A program that books: the JSON API with a key of its own, every request with an Idempotency-Key. */
public final class Partner {

    private static final JsonMapper JSON = new JsonMapper();

    private final Http http;
    private final String api;
    private final String key;
    private final Clock clock;

    public Partner(Http http, String intakeUrl, String key, Clock clock) {
        this.http = http;
        this.api = intakeUrl + "/api/v1";
        this.key = key;
        this.clock = clock;
    }

    /** @param zone empty when it is not known */
    public static Map<String, Object> client(String reference, String name, String email, String language, String zone) {
        Map<String, Object> client = new LinkedHashMap<>(Map.of("reference", reference, "givenName", name,
                "email", email, "language", language));
        if (!zone.isEmpty()) {
            client.put("zone", zone);
        }
        return client;
    }

    public static Map<String, Object> client(UUID id) {
        return Map.of("id", id.toString());
    }

    /** A consent given aloud: the warning was read out, and so was the address. */
    public Answer consent(String reference, Map<String, Object> client, String language, List<String> purposes,
            String occurredAt, boolean addressReadBack) {
        return post("/consents", reference, Map.of("reference", reference, "client", client, "purposes", purposes,
                "wording", "intake-call/1", "language", language, "how", "SPOKEN", "riskWarningShown", true,
                "addressReadBack", addressReadBack, "occurredAt", occurredAt));
    }

    public Answer book(String reference, Map<String, Object> client, String kind, LocalDateTime startsAt) {
        return post("/appointments", "book-" + reference, booking(reference, client, kind, startsAt));
    }

    /** The same request once more: the answer got lost on the way, as far as the partner knows. */
    public Answer bookAgain(String reference, Map<String, Object> client, String kind, LocalDateTime startsAt,
            String firstOccurredAt) {
        Map<String, Object> body = new LinkedHashMap<>(booking(reference, client, kind, startsAt));
        body.put("occurredAt", firstOccurredAt);
        return post("/appointments", "book-" + reference, body);
    }

    private Map<String, Object> booking(
            String reference, Map<String, Object> client, String kind, LocalDateTime startsAt) {
        return Map.of("reference", reference, "client", client, "kind", kind, "startsAt", startsAt.toString(),
                "occurredAt", now());
    }

    public Answer move(String reference, LocalDateTime startsAt, String occurredAt) {
        return post("/appointments/" + reference + "/move", "move-" + reference + "-" + startsAt,
                Map.of("startsAt", startsAt.toString(), "occurredAt", occurredAt));
    }

    public Answer cancel(String reference) {
        return post("/appointments/" + reference + "/cancel", "cancel-" + reference,
                Map.of("by", "CLIENT", "occurredAt", now()));
    }

    /** @param verb arrived, no-show or entered-in-error */
    public Answer happened(String reference, String verb) {
        return post("/appointments/" + reference + "/" + verb, verb + "-" + reference, Map.of("occurredAt", now()));
    }

    public Answer admitted(String stay, Map<String, Object> client) {
        return post("/admissions", "in-" + stay, Map.of("reference", stay, "client", client, "admittedAt", now()));
    }

    public Answer dischargedAgainstAdvice(String stay, Map<String, Object> client) {
        return post("/discharges", "out-" + stay, Map.of("reference", stay, "client", client,
                "dischargedAt", now(), "againstAdvice", true));
    }

    private String now() {
        return clock.instant().toString();
    }

    private Answer post(String path, String idempotencyKey, Map<String, ?> body) {
        return http.post(api + path, "application/json", JSON.writeValueAsString(body),
                Map.of("Authorization", "Bearer " + key, "Idempotency-Key", idempotencyKey));
    }
}
