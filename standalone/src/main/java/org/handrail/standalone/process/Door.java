package org.handrail.standalone.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON API of intake-service, as a booking system uses it. Thread-safe. */
public final class Door {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final String address;
    private final String apiKey;

    public Door(String address, String apiKey) {
        this.address = address;
        this.apiKey = apiKey;
    }

    /** @param body null when the answer had none */
    public record Answer(int status, JsonNode body) {

        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /** One attempt. */
    public Answer post(String path, String idempotencyKey, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(),
                response.body().length == 0 ? json.nullNode() : json.readTree(response.body()));
    }

    /** Somebody of the source's, by its own reference. */
    public static Map<String, Object> client(String reference, String zone) {
        return Map.of("reference", reference, "givenName", "Robin", "email", reference + "@example.net", "zone", zone);
    }

    public static Map<String, Object> inquiry(String reference, String zone) {
        return Map.of("client", client(reference, zone), "preferredContact", "EMAIL");
    }

    /** To everything, and the address is right. */
    public static Map<String, Object> consent(String reference, String zone, Instant at) {
        return Map.of("client", client(reference, zone),
                "purposes", List.of("APPOINTMENT_REMINDERS", "FOLLOW_UP", "RECEIPTS"),
                "wording", "bench/1", "language", "en", "how", "SPOKEN", "riskWarningShown", true,
                "addressReadBack", true, "occurredAt", at.toString());
    }

    public static Map<String, Object> stop(String reference, Instant at) {
        return Map.of("client", Map.of("reference", reference), "how", "SPOKEN", "occurredAt", at.toString());
    }
}
