package org.handrail.intake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.platform.time.SettableClock;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * intake-service on a real database, started once for all tests, with a notifier that can be told how to answer. Kafka
 * is away all the time: intake must not mind, and the facts can be read in the outbox.
 */
public final class RunningIntake {

    public static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    public static final String KEY = "hk_test-key-of-the-source-ehr-0123456789";
    public static final String OTHER_KEY = "hk_test-key-of-another-source-0123456789";
    public static final String TWILIO_TOKEN = "12345";
    public static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String PUBLIC_BASE = "https://intake.example.org";

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final RunningIntake SHARED = new RunningIntake();

    public final SettableClock clock = new SettableClock(NOW);
    public final LocalDatabase database;
    public final JdbcClient jdbc;
    public final int port;
    /** What notifier-service answers to a stop: a status, and the stops it got. */
    public final AtomicInteger notifierStatus = new AtomicInteger(200);
    public final List<JsonNode> stopsAtNotifier = new CopyOnWriteArrayList<>();
    public final AtomicReference<String> tokenAtNotifier = new AtomicReference<>("");
    public final ConfigurableApplicationContext context;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private RunningIntake() {
        database = LocalInfra.shared().newDatabase("intake");
        context = start(database);
        port = ((WebServerApplicationContext) context).getWebServer().getPort();
        jdbc = context.getBean(JdbcClient.class);
    }

    public static RunningIntake shared() {
        return SHARED;
    }

    private ConfigurableApplicationContext start(LocalDatabase database) {
        return IntakeApplication.builder()
                .initializers(context -> context.getBeanFactory().registerSingleton("testClock", (Clock) clock))
                .run(settings(database).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new));
    }

    private Map<String, Object> settings(LocalDatabase database) {
        return Map.ofEntries(
                Map.entry("handrail.intake.port", 0),
                Map.entry("handrail.intake.management.port", 0),
                Map.entry("handrail.db.url", database.jdbcUrl()),
                Map.entry("handrail.db.user", database.user()),
                Map.entry("handrail.db.password", database.password()),
                Map.entry("handrail.kafka.bootstrap", "localhost:1"),
                Map.entry("handrail.internal.token", "internal-secret"),
                Map.entry("handrail.notifier.url", notifier()),
                Map.entry("handrail.intake.bootstrap.key", "ehr=" + KEY + " other=" + OTHER_KEY),
                Map.entry("handrail.twilio.auth.token", TWILIO_TOKEN),
                Map.entry("handrail.webhook.secret", WEBHOOK_SECRET),
                Map.entry("handrail.intake.url", PUBLIC_BASE),
                Map.entry("handrail.intake.trusted.proxies", "127.0.0.1 ::1"),
                Map.entry("handrail.intake.address.limit", 100_000));
    }

    private String notifier() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/stops", exchange -> {
                JsonNode stop = json.readTree(exchange.getRequestBody().readAllBytes());
                stopsAtNotifier.add(stop);
                tokenAtNotifier.set(exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] answer = ("{\"stopId\":\"" + stop.path("stopId").asString()
                        + "\",\"inForceSince\":\"2026-11-23T15:00:00Z\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(notifierStatus.get(), answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reference that no other test uses. */
    public static String fresh(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public HttpResponse<String> api(String path, String body, String... headers) {
        return send(request("/api/v1" + path, headers).header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> form(Map<String, String> fields, String... headers) {
        return form("", fields, headers);
    }

    public HttpResponse<String> form(String query, Map<String, String> fields, String... headers) {
        return send(request("/inquiries" + query, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields))));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public JsonNode json(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    /** Facts about a client that wait for Kafka, oldest first. @param type the middle of the CloudEvents type */
    public List<JsonNode> facts(UUID client, String type) {
        return jdbc.sql("""
                select convert_from(payload, 'UTF8') from outbox
                where key = :key and type like '%.' || :type || '.%' and payload is not null order by id
                """)
                .param("key", client.toString()).param("type", type)
                .query(String.class).list().stream().map(json::readTree).toList();
    }

    public UUID clientOf(HttpResponse<String> answer) {
        return UUID.fromString(json(answer).path("clientId").asString());
    }

    /** How much there is in every table that a request could write to. */
    public Map<String, Long> rows() {
        return List.of("client", "client_reference", "inquiry", "call", "webhook_delivery", "appointment",
                        "appointment_change", "stay", "consent_act", "answered_request", "outbox").stream()
                .collect(Collectors.toMap(table -> table, table ->
                        jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    }
}
