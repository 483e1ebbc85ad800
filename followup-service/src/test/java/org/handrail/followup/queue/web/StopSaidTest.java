package org.handrail.followup.queue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.followup.console.Api.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.console.Api;
import org.handrail.followup.console.Browser;
import org.handrail.followup.console.ConsoleOnly.Completions;
import org.handrail.followup.console.ConsoleOnly.Published;
import org.handrail.followup.console.Notifier;
import org.handrail.followup.console.People;
import org.handrail.followup.console.Shared;
import org.handrail.platform.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopSaidTest {

    final People people = Shared.PEOPLE;
    final Notifier notifier = Shared.NOTIFIER;
    final UUID client = people.person("Alex", "Rivera", "+15035550142");
    final UUID task = people.callBack(client);
    final Api api = TaskApiTest.api("Sasha");

    @AfterEach
    void comeBack() {
        notifier.comeBack();
    }

    @Test
    void isInForceBeforeTheAnswer() {
        HttpResponse<String> answer = complete();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("stopInForceSince").asString()).isEqualTo(Notifier.IN_FORCE.toString());
        assertThat(json(answer).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(notifier.stops).filteredOn(body -> body.contains(client.toString())).singleElement().asString()
                .contains("\"how\":\"STAFF\"", "APPOINTMENT_REMINDERS", "FOLLOW_UP", "RECEIPTS")
                .doesNotContain("Alex", "Sasha", "said it twice");
        assertThat(Shared.CONSOLE.part(Completions.class).heard).anyMatch(done -> done.taskId().equals(task));
    }

    @Test
    void isToldToEverybodyElseOnceAsAFact() {
        complete();
        complete();

        assertThat(Shared.CONSOLE.part(Published.class).events).filteredOn(event -> event.clientId().equals(client))
                .singleElement().satisfies(event -> assertThat(((StopRequested) event).purposes())
                        .containsExactlyInAnyOrder(Purpose.values()));
    }

    @Test
    void keepsTheTaskOpenAndTriesAgainWhileTheNotifierIsAway() {
        notifier.goAway();

        HttpResponse<String> answer = complete();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:handrail:problem:stop-not-yet-in-force");
        assertThat(json(api.get("/api/v1/tasks/" + task)).path("state").asString()).isEqualTo("OPEN");
        assertThat(json(api.get("/api/v1/tasks/" + task)).path("stopNotYetInForce").asBoolean()).isTrue();
        Browser staff = people.signIn(Shared.CONSOLE, "Sasha");
        assertThat(staff.get("/clients/" + client).body()).contains("Not yet in force", "Stop said, not yet in force");

        notifier.comeBack();
        Shared.CONSOLE.part(SettableClock.class).advance(Duration.ofSeconds(11));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(json(api.get("/api/v1/tasks/" + task)).path("state").asString()).isEqualTo("COMPLETED"));
        assertThat(staff.get("/clients/" + client).body())
                .contains("Stop in force: no more email goes out (heard by Sasha)");
    }

    @Test
    void saysOnThePageThatItIsNotInForceYet() {
        notifier.goAway();
        Browser staff = people.signIn(Shared.CONSOLE, "Sasha");

        assertThat(staff.submit("/queue/tasks/" + task + "/complete", Map.of("outcome", "STOP_SAID")).body())
                .contains("The stop is not in force yet");
        notifier.comeBack();
        assertThat(staff.submit("/queue/tasks/" + task + "/complete", Map.of("outcome", "STOP_SAID")).body())
                .contains("The stop has been in force since 12:00 PM EST");
    }

    @Test
    void countsEvenWhenTheTaskWasClosedMeanwhile() {
        notifier.goAway();
        complete();
        Shared.DATABASE.jdbc().sql("""
                        update task set state = 'CLOSED', ended_at = raised_at, ended_reason = 'call-answered' where id = :id
                        """).param("id", task).update();

        notifier.comeBack();
        Shared.CONSOLE.part(SettableClock.class).advance(Duration.ofSeconds(11));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(notifier.stops)
                .anyMatch(body -> body.contains(client.toString())));
    }

    private HttpResponse<String> complete() {
        return api.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\":\"STOP_SAID\",\"note\":\"said it twice\"}");
    }
}
