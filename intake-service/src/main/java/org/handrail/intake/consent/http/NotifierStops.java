package org.handrail.intake.consent.http;

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
import java.util.Optional;
import org.handrail.contract.intake.StopRequested;
import org.handrail.intake.consent.DirectStops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /internal/stops} of notifier-service. */
public final class NotifierStops implements DirectStops {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierStops.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** Somebody is on the phone and waits for the answer. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI address;
    private final String token;

    /** @param base of notifier-service, as other services reach it */
    public NotifierStops(URI base, String token) {
        this.address = URI.create(base.toString().replaceFirst("/+$", "") + "/internal/stops");
        this.token = token;
    }

    @Override
    public Optional<Instant> stop(StopRequested stop) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(stop)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return Optional.of(Instant.parse(json.readTree(answer.body()).path("inForceSince").asString("")));
            }
            LOG.warn("notifier-service answered {} to stop {}", answer.statusCode(), stop.stopId());
        } catch (IOException | JacksonException | DateTimeException e) {
            LOG.warn("notifier-service did not take stop {} directly: {}", stop.stopId(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
