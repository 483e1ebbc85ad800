package org.handrail.followup.proof.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.proof.Ledger;
import org.handrail.followup.proof.ProofSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /internal/clients/{id}/consents} of notifier-service. */
public final class HttpLedger implements Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(HttpLedger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final String notifier;
    private final String token;

    /** @param notifier base address of notifier-service */
    public HttpLedger(String notifier, String token) {
        this.notifier = notifier.replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public Optional<ProofSheet> proofOf(UUID clientId) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(notifier + "/internal/clients/" + clientId + "/consents"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .GET().build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return Optional.of(JSON.readValue(answer.body(), ProofSheet.class));
            }
            LOG.warn("notifier-service answered {} when asked for a proof", answer.statusCode());
        } catch (IOException | JacksonException e) {
            LOG.warn("notifier-service gave no proof: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
