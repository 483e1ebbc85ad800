package org.handrail.followup.queue.http;

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
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.queue.StopLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /internal/stops} of notifier-service. */
public final class HttpStopLine implements StopLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpStopLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final URI stops;
    private final String token;

    /** @param notifier base address of notifier-service */
    public HttpStopLine(String notifier, String token) {
        this.stops = URI.create(notifier.replaceAll("/+$", "") + "/internal/stops");
        this.token = token;
    }

    @Override
    public Answer stop(StopRequested stop) {
        HttpRequest request = HttpRequest.newBuilder(stops)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(stop)))
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
        if (response.statusCode() != 200) {
            return notReached("status-" + response.statusCode());
        }
        try {
            return new Answer.InForce(Instant.parse(JSON.readTree(response.body()).path("inForceSince").asString("")));
        } catch (JacksonException | DateTimeException e) {
            return notReached("answer-not-understood");
        }
    }

    private static Answer notReached(String code) {
        LOG.warn("A stop is not in force yet: notifier-service answered {}; it will be tried again", code);
        return new Answer.NotReached(code);
    }
}
