package org.handrail.followup.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.client.jdbc.FollowupPersonalData;
import org.handrail.followup.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console's ways to the other services: erasing a person, showing the proof of consents. */
class ErasureAndProofTest {

    private static final String PROOF = """
            {"clientId":"%s","at":"2026-03-02T17:00:00Z","acts":[
              {"actId":"00000000-0000-0000-0000-000000000001","kind":"GIVEN","purpose":"FOLLOW_UP","channel":"EMAIL",
               "wording":"web-form/1","language":"ES","words":"¿Podemos escribirle? <b>Sí</b>","how":"WEB_FORM",
               "recordedBy":"web-form","riskWarningShown":true,"occurredAt":"2026-03-01T17:00:00Z",
               "recordedAt":"2026-03-01T17:00:01Z","expiresAt":null,"stateAfter":"IN_FORCE"},
              {"actId":"00000000-0000-0000-0000-000000000002","kind":"STOPPED","purpose":"FOLLOW_UP","channel":"EMAIL",
               "wording":null,"language":null,"words":null,"how":"SPOKEN","recordedBy":"ehr","riskWarningShown":true,
               "occurredAt":"2026-03-02T16:00:00Z","recordedAt":"2026-03-02T16:00:01Z","expiresAt":null,
               "stateAfter":"WITHDRAWN"}],
             "states":[{"purpose":"FOLLOW_UP","state":"WITHDRAWN","since":"2026-03-02T16:00:01Z","expiresAt":null}]}
            """;

    private final FollowupDatabase database = new FollowupDatabase();
    private final People people = new People(database);
    private final AtomicInteger status = new AtomicInteger(200);
    private final List<String> erased = new CopyOnWriteArrayList<>();
    private final List<String> merged = new CopyOnWriteArrayList<>();
    private HttpServer others;
    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        others.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean known = "Bearer test-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = "{}";
            if (path.equals("/internal/erasures")) {
                erased.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                answer = "{\"clientId\":\"x\",\"erasedAt\":\"2026-03-02T17:00:00Z\",\"rows\":{}}";
            } else if (path.equals("/internal/merges")) {
                merged.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            } else if (path.endsWith("/consents")) {
                answer = PROOF.formatted(path.split("/")[3]);
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? status.get() : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        others.start();
        String address = "http://localhost:" + others.getAddress().getPort();
        console = new RunningConsole(database, "--handrail.intake.internal.url=" + address,
                "--handrail.notifier.url=" + address);
    }

    @AfterEach
    void stop() {
        console.close();
        others.stop(0);
    }

    @Test
    void erasesOnAnAdminsTypedWordAlone() {
        UUID person = people.somebodyWithAPast();
        people.account("Ada", StaffRole.ADMIN);
        Browser staff = people.signIn(console, "Dana");
        Browser admin = Browser.at(console).signedIn("ada", RunningConsole.PASSWORD);
        String page = "/admin/clients/" + person + "/erase";

        assertThat(staff.get(page).statusCode()).isEqualTo(403);
        assertThat(staff.get("/clients/" + person).body()).doesNotContain("client-erase");
        assertThat(admin.get("/clients/" + person).body()).contains("client-erase");
        admin.get(page);
        assertThat(admin.submit(page, Map.of("word", "yes")).body()).contains("Nothing was erased");
        assertThat(erased).isEmpty();
        assertThat(admin.submit(page, Map.of("word", "erase")).body()).contains("Erased.");
        assertThat(erased).singleElement().asString().contains(person.toString());
        assertThat(actions(person)).contains("client.erasure-asked", "client.erased");
        assertThat(database.jdbc().sql("select count(*) from audit_log where subject like '%@%'")
                .query(Long.class).single()).isZero();
    }

    @Test
    void saysSoWhenItIsNotCertainThatAnythingWasErased() {
        UUID person = people.somebodyWithAPast();
        people.account("Ada", StaffRole.ADMIN);
        people.account("Dana", StaffRole.STAFF);
        String path = "/api/v1/clients/" + person + "/erasure";

        status.set(503);
        assertThat(new Api(console, "Ada").post(path, "").statusCode()).isEqualTo(503);
        assertThat(actions(person)).contains("client.erasure-asked").doesNotContain("client.erased");
        status.set(404);
        assertThat(new Api(console, "Ada").post(path, "").statusCode()).isEqualTo(404);
        status.set(200);
        assertThat(new Api(console, "Dana").post(path, "").statusCode()).isEqualTo(403);
        HttpResponse<String> done = new Api(console, "Ada").post(path, "");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("2026-03-02T17:00:00Z");
    }

    @Test
    void showsTheProofOfConsentsInTwoLanguagesWithTheVeryWords() {
        UUID person = people.somebodyWithAPast();
        Browser staff = people.signIn(console, "Dana");

        String english = staff.get("/clients/" + person + "/consents").body();
        String spanish = staff.get("/clients/" + person + "/consents?lang=es").body();

        assertThat(english).contains("Record of consents to email", "Consent given: follow-up", "web-form/1 (ES)",
                "¿Podemos escribirle? &lt;b&gt;Sí&lt;/b&gt;", "withdrawn", "until revoked");
        assertThat(spanish).contains("Registro de consentimientos", "Consentimiento dado: seguimiento", "revocado");
        assertThat(english + spanish).doesNotContain("??proof", ">proof.").doesNotContain("purpose.FOLLOW_UP");
        assertThat(actions(person)).contains("client.consents-viewed");
        assertThat(new Api(console, "Dana").get("/api/v1/clients/" + person + "/consents").body())
                .contains("\"stateAfter\":\"WITHDRAWN\"");
        status.set(500);
        assertThat(staff.get("/clients/" + person + "/consents").statusCode()).isEqualTo(503);
    }

    @Test
    void showsStaffWhoMayBeTheSameAndMergesOnTheirWord() {
        UUID known = people.person("Robin", "Vale", "+15035550111");
        UUID wroteAgain = people.person("Robin", null, null);
        UUID somebodyElse = people.person("Sasha", "Other", "+15035550112");
        Browser staff = people.signIn(console, "Dana");

        String page = staff.get("/clients/" + wroteAgain + "/same").body();
        assertThat(page).contains("Robin Vale", "same email", known.toString()).doesNotContain(somebodyElse.toString());
        status.set(409);
        assertThat(staff.submit("/clients/" + wroteAgain + "/merge", Map.of("into", known.toString())).body())
                .contains("has appointments");
        status.set(200);
        assertThat(staff.submit("/clients/" + wroteAgain + "/merge", Map.of("into", known.toString())).body())
                .contains("Merged.");

        assertThat(merged).hasSize(2).last().asString().contains(known.toString(), wroteAgain.toString());
        assertThat(actions(known)).contains("client.merged", "client.merge-asked", "client.listed");
        assertThat(actions(wroteAgain)).contains("client.merged");
    }

    @Test
    void forgetsWhatStaffWrote() {
        UUID person = people.somebodyWithAPast();
        people.callBack(person);
        database.jdbc().sql("update task set state = 'COMPLETED', outcome = 'REACHED', ended_at = now(),"
                + " note = 'Lives with her sister' where client_id = :id and kind = 'CALL'").param("id", person).update();
        FollowupPersonalData personal = new FollowupPersonalData(database.jdbc(),
                Clock.fixed(ConsoleOnly.NOON, ZoneOffset.UTC));

        assertThat(personal.erase(person)).containsEntry("followup.contact", 1).containsEntry("followup.task-note", 1)
                .containsEntry("followup.open-task", 1);
        assertThat(personal.erase(person).values()).containsOnly(0);
        assertThat(database.jdbc().sql("select state || coalesce(note, '') from task where client_id = :id order by 1")
                .param("id", person).query(String.class).list()).containsExactly("CLOSED", "COMPLETED");
        assertThat(database.jdbc().sql("select count(*) from timeline where client_id = :id and code = 'contact.forgotten'")
                .param("id", person).query(Long.class).single()).isEqualTo(1);
    }

    private List<String> actions(UUID person) {
        return database.jdbc().sql("select action from audit_log where client_id = :id").param("id", person)
                .query(String.class).list();
    }
}
