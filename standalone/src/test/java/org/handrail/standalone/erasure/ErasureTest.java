package org.handrail.standalone.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handrail.standalone.erasure.jdbc.TableTraces;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person is erased from the whole product. What is looked at are the broker's segments and PostgreSQL's files as they
 * lie on the disk, byte by byte, beside every row of every table; and before the erasure the same look finds them there.
 */
class ErasureTest {

    private static final String EMAIL = "zenobia.quillfeather@example.net";
    private static final Forms FORMS = Forms.of(EMAIL);
    private static final Duration LONG = Duration.ofSeconds(60);
    /** Of the topics, so that what takes two days takes seconds. */
    private static final Map<String, String> HASTY = Map.of("segment.ms", "1000", "max.compaction.lag.ms", "1000",
            "min.cleanable.dirty.ratio", "0.01", "file.delete.delay.ms", "100", "delete.retention.ms", "100");
    private static final List<String> TOPICS =
            List.of("handrail.contacts.v1", "handrail.contacts.v1.dead-letter");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void leavesNothingOfAPersonInRowsAndFiles() throws Exception {
        try (Stack stack = Stack.builder().dataDirectory(directory)
                .setting("HANDRAIL_ERASURE_REPEAT_AFTER", "2s").setting("HANDRAIL_ERASURE_REPEAT_EVERY", "1s")
                .setting("HANDRAIL_ERASURE_PURGE_AFTER", "2s").setting("HANDRAIL_ERASURE_PURGE_EVERY", "1s").start()) {
            UUID client = somebodyKnownEverywhere(stack);
            UUID bystander = client(stack, "bystander", "somebody.else@example.net");
            hurry(stack);
            assertThat(places(rows(stack))).contains("intake.client", "followup.contact",
                    "followup.task", "notifier.contact");
            assertThat(places(segments())).contains("handrail.contacts.v1", "handrail.contacts.v1.dead-letter");

            RunningServices services = RunningServices.of(stack.settings().variables());
            assertThat(services.with(EMAIL)).containsExactly(client);
            assertThat(services.erase(client.toString())).contains(client);
            Map<String, JsonNode> reports = services.reports(client, LONG);
            UUID inEveryTable = UUID.randomUUID();
            try (Connection superuser = superuser(stack)) {
                EveryTable tables = new EveryTable(superuser, inEveryTable, EMAIL, "2100-01-05T12:00:00Z");
                assertThat(tables.wronglyListed()).isEmpty();
                assertThat(tables.plant()).isEmpty();
                assertThat(services.erase(inEveryTable.toString())).contains(inEveryTable);
                await().atMost(LONG).untilAsserted(() -> assertThat(tables.left())
                        .containsExactlyInAnyOrderElementsOf(tables.section("stays when erased").keySet()));
                assertThat(TableTraces.in(superuser, Forms.of(EveryTable.ZONE))).isEmpty();
            }

            assertThat(reports.values()).noneMatch(JsonNode::isMissingNode);
            assertThat(reports.get("followup").path("erased").path("followup.task-note").asInt()).isEqualTo(1);
            await().atMost(LONG).untilAsserted(() -> assertThat(rows(stack)).isEmpty());
            // a fact that was under way comes after all, and brings nothing back
            replay(stack, client, 9);
            assertThat(door(stack).post("/api/v1/inquiries", "inquiry-of-" + EMAIL, inquiry(EMAIL)).status())
                    .as("the same request again").isEqualTo(410);
            services.erase(client.toString());
            await().atMost(LONG).untilAsserted(() -> assertThat(segments()).isEmpty());
            await().atMost(LONG).untilAsserted(() -> services.reports(client, Duration.ZERO).values().forEach(
                    report -> assertThat(report.path("purgedAt").asString("")).isNotEmpty()));
            closeTheWriteAheadLog(stack);
            assertThat(FileTraces.below(directory.resolve("postgres"), FORMS)).isEmpty();
            assertThat(rows(stack)).isEmpty();
            assertThat(services.with("somebody.else@example.net")).containsExactly(bystander);
            assertThat(proof(stack, client)).isPositive();
        }
    }

    /** In the database of each service, in notes of staff, in kept answers, in the log and among the dead letters. */
    private UUID somebodyKnownEverywhere(Stack stack) throws Exception {
        UUID client = client(stack, "zenobia", EMAIL);
        replay(stack, client, 0);
        await().atMost(LONG).untilAsserted(() -> assertThat(places(rows(stack))).contains("followup.contact",
                "notifier.contact"));
        await().atMost(LONG).until(() -> !tasks(stack).isEmpty());
        for (JsonNode task : tasks(stack)) {
            if (task.path("clientId").asString().equals(client.toString())) {
                console(stack, "/api/v1/tasks/" + task.path("id").asString() + "/complete",
                        Map.of("outcome", "REACHED", "note", "Says that " + EMAIL + " is the right address"));
            }
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(places(segments()))
                .contains("handrail.contacts.v1.dead-letter"));
        return client;
    }

    private UUID client(Stack stack, String reference, String email) throws Exception {
        Map<String, Object> details = Map.of("reference", reference, "givenName", "Zenobia", "email", email);
        assertThat(door(stack).post("/api/v1/consents", "consent-of-" + email, Map.of("client", details,
                "purposes", List.of("FOLLOW_UP"), "wording", "paper/1", "language", "en", "how", "SIGNED",
                "riskWarningShown", true, "occurredAt", "2026-01-05T12:00:00Z")).accepted()).isTrue();
        return UUID.fromString(door(stack).post("/api/v1/inquiries", "inquiry-of-" + email, Map.of("client", details,
                "message", "Write to " + email)).body().path("clientId").asString());
    }

    private static Map<String, Object> inquiry(String email) {
        return Map.of("client", Map.of("reference", "zenobia", "givenName", "Zenobia", "email", email),
                "message", "Write to " + email);
    }

    /** @param version 0 is none that a service could take in: it becomes a dead letter */
    private void replay(Stack stack, UUID client, int version) {
        String contact = """
                {"clientId":"%s","version":%d,"inquirer":false,"givenName":"Zenobia","familyName":null,"email":"%s",
                 "addressVersion":1,"phone":null,"language":"EN","zone":null,"siteId":"main","messages":[]}"""
                .formatted(client, version, EMAIL);
        ProducerRecord<String, String> record =
                new ProducerRecord<>("handrail.contacts.v1", client.toString(), contact);
        Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/handrail/intake",
                "ce_type", "org.handrail.contact.changed.v1", "ce_subject", client.toString(),
                "ce_time", "2026-01-05T12:00:00Z", "content-type", "application/json").forEach((name, value) ->
                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap(stack), "compression.type", "lz4", "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }

    private static void hurry(Stack stack) throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        TOPICS.forEach(topic -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic),
                HASTY.entrySet().stream().map(each -> new AlterConfigOp(
                        new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET)).toList()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap(stack)))) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static String bootstrap(Stack stack) {
        return "localhost:" + stack.ports().get(Port.KAFKA);
    }

    private List<Trace> segments() {
        List<Trace> found = new ArrayList<>(FileTraces.below(directory.resolve("kafka"), FORMS));
        found.addAll(LogTraces.below(directory.resolve("kafka"), FORMS));
        return found;
    }

    private List<Trace> rows(Stack stack) throws SQLException {
        Map<String, String> settings = stack.settings().variables();
        try (Connection connection = DriverManager.getConnection(settings.get("HANDRAIL_DB_URL"),
                settings.get("HANDRAIL_DB_USER"), settings.get("HANDRAIL_DB_PASSWORD"))) {
            return TableTraces.in(connection, FORMS);
        }
    }

    /** Tables, and topics rather than their segments. */
    private static List<String> places(List<Trace> found) {
        return found.stream().map(trace -> trace.place().replaceAll(",.*", "").replaceAll(".*log/", "")
                .replaceAll("-\\d+/.*", "")).distinct().toList();
    }

    private static long proof(Stack stack, UUID client) throws SQLException {
        Map<String, String> settings = stack.settings().variables();
        try (Connection connection = DriverManager.getConnection(settings.get("HANDRAIL_DB_URL"),
                settings.get("HANDRAIL_DB_USER"), settings.get("HANDRAIL_DB_PASSWORD"));
                var row = connection.createStatement().executeQuery(
                        "select count(*) from notifier.consent_act where client_id = '" + client + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What operators do who want it gone from there at once: segments are deleted rather than kept for reuse. */
    private void closeTheWriteAheadLog(Stack stack) throws Exception {
        try (Connection superuser = superuser(stack); var statement = superuser.createStatement()) {
            statement.execute("alter system set wal_recycle = off");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
        }
    }

    /** In the database of the services. */
    private Connection superuser(Stack stack) throws Exception {
        return DriverManager.getConnection(stack.settings().variables().get("HANDRAIL_DB_URL"), "postgres",
                Files.readString(directory.resolve("postgres/superuser-password")).strip());
    }

    private static Door door(Stack stack) {
        return new Door(stack.intakeUrl(), stack.secrets().apiKey());
    }

    private JsonNode tasks(Stack stack) throws Exception {
        return console(stack, "/api/v1/tasks?limit=200", null).path("items");
    }

    private JsonNode console(Stack stack, String path, Object body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.consoleUrl() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                        ("admin:" + stack.secrets().adminPassword()).getBytes(StandardCharsets.UTF_8)));
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }
}
