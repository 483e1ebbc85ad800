package org.handrail.followup.console.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.console.ClientReplies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /internal/clients/{id}/replies} of notifier-service. */
@Component
final class HttpReplies implements ClientReplies {

    private static final Logger LOG = LoggerFactory.getLogger(HttpReplies.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final String notifier;
    private final String token;

    HttpReplies(@Value("${handrail.notifier.url:http://localhost:${handrail.links.port:8082}}") String notifier,
            @Value("${handrail.internal.token:}") String token) {
        this.notifier = notifier.replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public Optional<List<Reply>> of(UUID clientId) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(notifier + "/internal/clients/" + clientId + "/replies"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
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

    private static Optional<List<Reply>> read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return notReached("status-" + response.statusCode());
        }
        try {
            return Optional.of(JSON.readTree(response.body()).valueStream().map(each -> new Reply(
                    Instant.parse(each.path("at").asString("")), each.path("urgent").asBoolean(false),
                    each.path("text").asString(""))).toList());
        } catch (JacksonException | DateTimeException e) {
            return notReached("answer-not-understood");
        }
    }

    private static Optional<List<Reply>> notReached(String code) {
        LOG.warn("Replies can't be read now: notifier-service answered {}", code);
        return Optional.empty();
    }
}
