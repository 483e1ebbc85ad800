package org.handrail.followup.merge.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.merge.MergeLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /internal/merges} of intake-service. */
public final class HttpMergeLine implements MergeLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpMergeLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final URI merges;
    private final String token;

    /** @param intake base address of intake-service, as other services reach it */
    public HttpMergeLine(String intake, String token) {
        this.merges = URI.create(intake.replaceAll("/+$", "") + "/internal/merges");
        this.token = token;
    }

    @Override
    public Answer merge(UUID duplicate, UUID into, UUID by) {
        HttpRequest request = HttpRequest.newBuilder(merges).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(
                        Map.of("duplicate", duplicate, "into", into, "by", by))))
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return switch (answer.statusCode()) {
                case 200 -> Answer.MERGED;
                case 404 -> Answer.NOBODY_THERE;
                case 409 -> Answer.HAS_BOOKINGS;
                default -> notReached("status-" + answer.statusCode());
            };
        } catch (IOException e) {
            return notReached(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notReached("interrupted");
        }
    }

    private static Answer notReached(String code) {
        LOG.warn("A merge was not confirmed: intake-service answered {}", code);
        return Answer.NOT_REACHED;
    }
}
