package org.handrail.followup.erasure.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.erasure.ErasureLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /internal/erasures} of intake-service. */
public final class HttpErasureLine implements ErasureLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpErasureLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final URI erasures;
    private final String token;

    /** @param intake base address of intake-service, as other services reach it */
    public HttpErasureLine(String intake, String token) {
        this.erasures = URI.create(intake.replaceAll("/+$", "") + "/internal/erasures");
        this.token = token;
    }

    @Override
    public Answer erase(UUID clientId) {
        HttpRequest request = HttpRequest.newBuilder(erasures)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("clientId", clientId))))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return notReached(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notReached("interrupted");
        }
    }

    private static Answer read(HttpResponse<String> response) {
        if (response.statusCode() == 404) {
            return new Answer.NobodyThere();
        }
        if (response.statusCode() != 200) {
            return notReached("status-" + response.statusCode());
        }
        try {
            return new Answer.Erased(Instant.parse(JSON.readTree(response.body()).path("erasedAt").asString("")));
        } catch (JacksonException | DateTimeException e) {
            return notReached("answer-not-understood");
        }
    }

    private static Answer notReached(String code) {
        LOG.warn("An erasure was not confirmed: intake-service answered {}", code);
        return new Answer.NotReached(code);
    }
}
