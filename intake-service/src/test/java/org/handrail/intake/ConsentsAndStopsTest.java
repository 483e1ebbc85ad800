package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.intake.RunningIntake.fresh;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConsentsAndStopsTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final String client = fresh("MRN");

    @AfterEach
    void notifierIsBack() {
        intake.notifierStatus.set(200);
    }

    @Test
    void recordsAConsentForEachPurposeAndTheAddressReadBack() {
        HttpResponse<String> answer = consent("\"email\":\"a@example.org\"", "\"addressReadBack\":true,");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(facts(answer, "consent.recorded")).hasSize(2);
        assertThat(facts(answer, "address.read-back")).hasSize(1).first()
                .extracting(fact -> fact.path("addressVersion").asInt()).isEqualTo(1);
        assertThat(facts(answer, "consent.recorded")).allSatisfy(
                fact -> assertThat(fact.path("recordedBy").asString()).isEqualTo("ehr"));
    }

    @Test
    void takesAConsentThatLastsUntilTheDischarge() {
        HttpResponse<String> answer = consent("\"email\":\"a@example.org\"", "\"expiresOn\":\"DISCHARGED\",");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(facts(answer, "consent.recorded")).isNotEmpty().allSatisfy(
                fact -> assertThat(fact.path("expiresOn").asString()).isEqualTo("DISCHARGED"));
        assertThat(consent("\"email\":\"a@example.org\"", "\"expiresOn\":\"SOMETIME\",").statusCode()).isEqualTo(400);
    }

    @Test
    void entersTheSameActOnce() {
        HttpResponse<String> first = consent("\"email\":\"a@example.org\"", "");
        HttpResponse<String> second = consent("\"email\":\"a@example.org\"", "");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(intake.json(second).path("consents")).isEqualTo(intake.json(first).path("consents"));
        assertThat(facts(first, "consent.recorded")).hasSize(2);
    }

    @Test
    void cannotReadBackAnAddressThatIsNotThere() {
        HttpResponse<String> answer = consent("\"phone\":\"202-555-0101\"", "\"addressReadBack\":true,");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(intake.jdbc.sql("select count(*) from client_reference where reference = :r").param("r", client)
                .query(Integer.class).single()).isZero();
    }

    @Test
    void numbersEachAddressAnewEvenAfterNone() {
        HttpResponse<String> first = consent("\"email\":\"a@example.org\"", "");
        update("\"email\":\"b@example.org\"", "13:00");
        update("\"email\":\"\"", "13:10");
        update("\"email\":\"a@example.org\"", "13:20");
        update("\"email\":\"old@example.org\"", "12:00");

        assertThat(facts(first, "contact.changed")).extracting(fact -> fact.path("addressVersion").asInt())
                .containsExactly(1, 2, 0, 3);
        assertThat(facts(first, "contact.changed")).extracting(fact -> fact.path("version").asInt())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void answersAStopOnceItIsInForce() {
        HttpResponse<String> answer = stop(fresh("STOP"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(intake.json(answer).path("inForce").asBoolean()).isTrue();
        assertThat(intake.json(answer).path("inForceSince").asString()).isEqualTo("2026-11-23T15:00:00Z");
        assertThat(facts(answer, "stop.requested")).hasSize(1);
        assertThat(intake.tokenAtNotifier.get()).isEqualTo("Bearer internal-secret");
        assertThat(intake.stopsAtNotifier).last().satisfies(stop -> {
            assertThat(stop.path("stopId")).isEqualTo(intake.json(answer).path("stopId"));
            assertThat(stop.path("purposes").size()).isEqualTo(3);
        });
    }

    @Test
    void saysPlainlyThatAStopIsNotInForceYetAndLearnsWhenItIs() {
        String key = fresh("key");
        intake.notifierStatus.set(503);
        HttpResponse<String> accepted = stop(null, "Idempotency-Key", key);
        intake.notifierStatus.set(200);
        HttpResponse<String> again = stop(null, "Idempotency-Key", key);
        HttpResponse<String> replayed = stop(null, "Idempotency-Key", key);

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(intake.json(accepted).path("inForce").asBoolean()).isFalse();
        assertThat(accepted.body()).contains("not yet in force");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(replayed.body()).isEqualTo(again.body());
        assertThat(facts(again, "stop.requested")).hasSize(1);
    }

    @Test
    void forgetsAClientForGood() {
        HttpResponse<String> consent = consent("\"email\":\"a@example.org\"", "");
        UUID id = intake.clientOf(consent);
        HttpResponse<String> erased = intake.send(intake.request("/api/v1/clients/" + client)
                .header("Authorization", "Bearer " + RunningIntake.KEY).DELETE());

        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(intake.jdbc.sql("select count(*) from outbox where key = :key and payload is null")
                .param("key", id.toString()).query(Integer.class).single()).isEqualTo(1);
        assertThat(intake.jdbc.sql("select email is null and erased_at is not null from client where id = :id")
                .param("id", id).query(Boolean.class).single()).isTrue();
        assertThat(intake.clientOf(consent("\"email\":\"a@example.org\"", "\"expiresAt\":\"2027-01-01T00:00:00Z\",")))
                .isNotEqualTo(id);
    }

    @Test
    void tiesAReferenceToAClientKnownByIdAndToNobodyElse() {
        UUID id = intake.clientOf(intake.api("/inquiries", "{\"client\":{\"phone\":\"202-555-0133\"}}"));
        String reference = fresh("MRN");
        HttpResponse<String> tied = intake.api("/inquiries",
                "{\"client\":{\"id\":\"" + id + "\",\"reference\":\"" + reference + "\"}}");
        HttpResponse<String> byReference = intake.api("/inquiries", "{\"client\":{\"reference\":\"" + reference + "\"}}");
        HttpResponse<String> other = intake.api("/inquiries", "{\"client\":{\"id\":\"" + id + "\",\"reference\":\""
                + client + "\"}}");
        UUID stranger = UUID.randomUUID();

        assertThat(intake.clientOf(tied)).isEqualTo(id);
        assertThat(intake.clientOf(byReference)).isEqualTo(id);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(intake.api("/inquiries", "{\"client\":{\"id\":\"" + stranger + "\"}}").statusCode()).isEqualTo(404);
    }

    @Test
    void recordsStaysInWhateverOrder() {
        String stay = fresh("ADM");
        HttpResponse<String> discharged = intake.api("/discharges", """
                {"reference":"%s","client":{"reference":"%s"},"dischargedAt":"2026-11-23T10:00:00-05:00",
                 "againstAdvice":true}""".formatted(stay, client).replace("10:00:00-05:00", "09:00:00-05:00"));
        HttpResponse<String> admitted = intake.api("/admissions", """
                {"reference":"%s","client":{"reference":"%s"},"admittedAt":"2026-11-18T10:00:00Z"}"""
                .formatted(stay, client));

        assertThat(discharged.statusCode()).as(discharged.body()).isEqualTo(201);
        assertThat(facts(discharged, "client.discharged").get(0).path("againstAdvice").asBoolean()).isTrue();
        assertThat(intake.json(admitted).path("why").asString()).isEqualTo("already-discharged");
        assertThat(facts(discharged, "client.admitted")).isEmpty();
    }

    private HttpResponse<String> consent(String details, String more) {
        return intake.api("/consents", """
                {"reference":"CON-%s","client":{"reference":"%s",%s},"purposes":["follow-up","APPOINTMENT_REMINDERS"],%s
                 "wording":"intake-paper/4","language":"en","how":"SIGNED","riskWarningShown":true,
                 "occurredAt":"2026-11-23T12:30:00Z"}""".formatted(client, client, details, more));
    }

    private void update(String details, String time) {
        HttpResponse<String> answer = intake.api("/appointments", """
                {"reference":"%s","client":{"reference":"%s",%s},"kind":"THERAPY","startsAt":"2026-12-01T09:30",
                 "occurredAt":"2026-11-23T%s:00Z"}""".formatted(fresh("APT"), client, details, time));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> stop(String reference, String... headers) {
        return intake.api("/stops", """
                {%s"client":{"reference":"%s"},"how":"SPOKEN","occurredAt":"2026-11-23T14:30:00Z"}""".formatted(
                reference == null ? "" : "\"reference\":\"" + reference + "\",", client), headers);
    }

    private List<JsonNode> facts(HttpResponse<String> answer, String type) {
        return intake.facts(intake.clientOf(answer), type);
    }
}
