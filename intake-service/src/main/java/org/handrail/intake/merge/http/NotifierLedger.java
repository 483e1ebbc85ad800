package org.handrail.intake.merge.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.intake.merge.StopsInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /internal/clients/{id}/consents} of notifier-service. */
public final class NotifierLedger implements StopsInForce {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierLedger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(1)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final String base;
    private final String token;

    /** @param base of notifier-service, as other services reach it */
    public NotifierLedger(URI base, String token) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.token = token;
    }

    @Override
    public Optional<Map<Purpose, Instant>> of(UUID clientId) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/internal/clients/" + clientId + "/consents"))
                .timeout(PATIENCE).header("Authorization", "Bearer " + token).header("Accept", "application/json")
                .GET().build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return Optional.of(withdrawn(json.readTree(answer.body())));
            }
            LOG.warn("notifier-service answered {} when asked for stops", answer.statusCode());
        } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
            LOG.warn("notifier-service did not tell of stops: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Map<Purpose, Instant> withdrawn(JsonNode sheet) {
        Map<Purpose, Instant> withdrawn = new EnumMap<>(Purpose.class);
        for (JsonNode state : sheet.path("states")) {
            if (state.path("state").asString("").equals("WITHDRAWN")) {
                withdrawn.put(Purpose.valueOf(state.path("purpose").asString("")),
                        Instant.parse(state.path("since").asString("")));
            }
        }
        return withdrawn;
    }
}
