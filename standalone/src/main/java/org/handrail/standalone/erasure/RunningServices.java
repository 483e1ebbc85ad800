package org.handrail.standalone.erasure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Service;
import org.handrail.standalone.stack.SetupException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doors for operators of the services that run: intake-service's internal one, and every management port. */
public final class RunningServices {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final String intake;
    private final String token;
    private final Ports ports;

    private RunningServices(String intake, String token, Ports ports) {
        this.intake = intake;
        this.token = token;
        this.ports = ports;
    }

    /** @param settings HANDRAIL_ variables, with those that {@code up} and {@code infra} leave in the file env */
    public static RunningServices of(Map<String, String> settings) {
        Ports ports = Ports.of(settings);
        String intake = settings.getOrDefault("HANDRAIL_INTAKE_INTERNAL_URL",
                "http://localhost:" + ports.get(Service.INTAKE.port()));
        String token = settings.getOrDefault("HANDRAIL_INTERNAL_TOKEN", "");
        if (token.isBlank()) {
            throw new SetupException("HANDRAIL_INTERNAL_TOKEN is not set: the secret that the services share");
        }
        return new RunningServices(intake.replaceAll("/+$", ""), token, ports);
    }

    /** @param sought an address if it has an at sign, else a number in E.164 */
    public List<UUID> with(String sought) throws InterruptedException {
        HttpResponse<String> answer = post("/internal/clients/with",
                Map.of(sought.contains("@") ? "email" : "phone", sought));
        List<UUID> found = new ArrayList<>();
        json.readTree(answer.body()).path("clientIds").forEach(id -> found.add(UUID.fromString(id.asString())));
        return found;
    }

    /** @param whom a client's id, or source and reference with a slash between them */
    public Optional<UUID> erase(String whom) throws InterruptedException {
        int slash = whom.indexOf('/');
        HttpResponse<String> answer = post("/internal/erasures", slash < 0 ? Map.of("clientId", whom)
                : Map.of("source", whom.substring(0, slash), "reference", whom.substring(slash + 1)));
        return answer.statusCode() == 404 ? Optional.empty()
                : Optional.of(UUID.fromString(json.readTree(answer.body()).path("clientId").asString()));
    }

    /** What each service did, a missing node for one that has not followed within the time. */
    public Map<String, JsonNode> reports(UUID client, Duration patience) throws InterruptedException {
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        long end = System.nanoTime() + patience.toNanos();
        for (Service service : Service.values()) {
            JsonNode report = report(service, client);
            while (report.isMissingNode() && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                report = report(service, client);
            }
            reports.put(service.name().toLowerCase(Locale.ROOT), report);
        }
        return reports;
    }

    private JsonNode report(Service service, UUID client) throws InterruptedException {
        URI address = URI.create("http://localhost:" + ports.get(service.management()) + "/erasures/" + client);
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address).timeout(LIMIT).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? json.readTree(answer.body()) : json.missingNode();
        } catch (IOException away) {
            return json.missingNode();
        }
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(intake + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new SetupException("intake-service at " + intake + " answered " + answer.statusCode()
                        + (answer.statusCode() == 401 ? ": HANDRAIL_INTERNAL_TOKEN is not the one it has" : ""));
            }
            return answer;
        } catch (IOException away) {
            throw new SetupException("intake-service does not answer at " + intake + ": is Handrail running?");
        }
    }
}
