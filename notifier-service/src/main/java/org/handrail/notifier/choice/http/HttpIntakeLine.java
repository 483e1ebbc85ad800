package org.handrail.notifier.choice.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.handrail.notifier.choice.ContactWish;
import org.handrail.notifier.choice.IntakeLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /internal/contact-wishes} of intake-service. */
public final class HttpIntakeLine implements IntakeLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpIntakeLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final URI wishes;
    private final String token;

    /** @param intake base address of intake-service */
    public HttpIntakeLine(String intake, String token) {
        this.wishes = URI.create(intake.replaceAll("/+$", "") + "/internal/contact-wishes");
        this.token = token;
    }

    @Override
    public boolean tell(ContactWish wish) {
        HttpRequest request = HttpRequest.newBuilder(wishes)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body(wish))))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 404 || notReached("status-" + status);
        } catch (IOException e) {
            return notReached(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notReached("interrupted");
        }
    }

    private static Map<String, String> body(ContactWish wish) {
        Map<String, String> body = new HashMap<>(Map.of(
                "clientId", wish.clientId().toString(), "occurredAt", wish.askedAt().toString()));
        if (wish.language() != null) {
            body.put("language", wish.language().tag());
        }
        if (wish.zone() != null) {
            body.put("zone", wish.zone());
        }
        return body;
    }

    private static boolean notReached(String code) {
        LOG.warn("A client's choice is not with intake-service yet, which answered {}; it will be tried again", code);
        return false;
    }
}
