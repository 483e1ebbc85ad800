package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.intake.RunningIntake.fresh;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AppointmentsApiTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final String reference = fresh("APT");
    private final String client = fresh("MRN");

    @Test
    void booksAtTheWallTimeOfTheSite() {
        HttpResponse<String> answer = book("2026-12-01T09:30", "2026-11-23T14:00:00Z");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode fact = facts(answer).get(0);
        assertThat(fact.path("startsAtLocal").asString()).startsWith("2026-12-01T09:30");
        assertThat(fact.path("zone").asString()).isEqualTo("America/New_York");
        assertThat(fact.path("startsAt").asString()).isEqualTo("2026-12-01T14:30:00Z");
        assertThat(fact.path("version").asInt()).isEqualTo(1);
        assertThat(intake.facts(intake.clientOf(answer), "contact.changed")).hasSize(1)
                .first().extracting(contact -> contact.path("email").asString()).isEqualTo("sam@example.org");
    }

    @Test
    void movesCancelsAndBooksAgain() {
        book("2026-12-01T09:30", "2026-11-23T10:00:00Z");
        change("move", "{\"startsAt\":\"2026-12-02T10:00\",\"site\":\"west\",\"occurredAt\":\"2026-11-23T11:00:00Z\"}");
        change("cancel", "{\"by\":\"CLIENT\",\"occurredAt\":\"2026-11-23T12:00:00Z\"}");
        HttpResponse<String> last = change("rebook", "{\"occurredAt\":\"2026-11-23T13:00:00Z\"}");

        List<JsonNode> facts = facts(last);
        assertThat(facts).extracting(fact -> fact.path("change").asString())
                .containsExactly("BOOKED", "MOVED", "CANCELLED", "REBOOKED");
        assertThat(facts).extracting(fact -> fact.path("version").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(facts.get(3).path("startsAt").asString()).isEqualTo("2026-12-02T18:00:00Z");
        assertThat(facts.get(3).path("cancelledBy").isNull() || facts.get(3).path("cancelledBy").isMissingNode())
                .isTrue();
    }

    @Test
    void keepsACancellationThatArrivesBeforeItsBooking() {
        HttpResponse<String> cancelled = change("cancel",
                "{\"by\":\"PROVIDER\",\"occurredAt\":\"2026-11-23T12:00:00Z\"}");
        HttpResponse<String> booked = book("2026-12-01T09:30", "2026-11-23T11:00:00Z");

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(intake.json(cancelled).path("why").asString()).isEqualTo("waiting-for-booking");
        assertThat(intake.json(booked).path("applied").asBoolean()).isFalse();
        assertThat(facts(booked)).extracting(fact -> fact.path("status").asString()).containsExactly("CANCELLED");
    }

    @Test
    void neverLetsAnOlderChangeUndoANewerOne() {
        book("2026-12-01T09:30", "2026-11-23T10:00:00Z");
        change("move", "{\"startsAt\":\"2026-12-03T10:00\",\"occurredAt\":\"2026-11-23T13:00:00Z\"}");
        HttpResponse<String> late = change("move",
                "{\"startsAt\":\"2026-12-02T10:00\",\"occurredAt\":\"2026-11-23T12:00:00Z\"}");
        HttpResponse<String> lateCancel = change("cancel",
                "{\"by\":\"CLIENT\",\"occurredAt\":\"2026-11-23T12:30:00Z\"}");

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(intake.json(late).path("applied").asBoolean()).isFalse();
        assertThat(intake.json(late).path("why").asString()).isEqualTo("older-than-latest");
        assertThat(intake.json(lateCancel).path("status").asString()).isEqualTo("BOOKED");
        assertThat(facts(late)).hasSize(2).last()
                .extracting(fact -> fact.path("startsAtLocal").asString()).asString().startsWith("2026-12-03T10:00");
    }

    @Test
    void takesTheSameChangeOnce() {
        book("2026-12-01T09:30", "2026-11-23T10:00:00Z");
        HttpResponse<String> again = book("2026-12-01T09:30", "2026-11-23T10:00:00Z");
        HttpResponse<String> resent = book("2026-12-01T09:30", "2026-11-23T10:30:00Z");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(intake.json(again).path("why").asString()).isEqualTo("repeated");
        assertThat(intake.json(resent).path("why").asString()).isEqualTo("nothing-changed");
        assertThat(facts(again)).hasSize(1);
    }

    @Test
    void recordsArrivalNoShowAndError() {
        book("2026-11-23T09:00", "2026-11-20T10:00:00Z");
        change("no-show", "{\"occurredAt\":\"2026-11-23T14:30:00Z\"}");
        change("arrived", "{\"occurredAt\":\"2026-11-23T14:40:00Z\"}");
        HttpResponse<String> last = change("entered-in-error", "{\"occurredAt\":\"2026-11-23T14:50:00Z\"}");

        assertThat(facts(last)).extracting(fact -> fact.path("status").asString())
                .containsExactly("BOOKED", "NO_SHOW", "ARRIVED", "ENTERED_IN_ERROR");
        assertThat(intake.json(intake.get("/api/v1/appointments/" + reference,
                "Authorization", "Bearer " + RunningIntake.KEY)).path("version").asInt()).isEqualTo(4);
    }

    @Test
    void keepsSourcesApart() {
        book("2026-12-01T09:30", "2026-11-23T10:00:00Z");

        assertThat(intake.get("/api/v1/appointments/" + reference, "Authorization",
                "Bearer " + RunningIntake.OTHER_KEY).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAReferenceThatBelongsToAnotherClient() {
        book("2026-12-01T09:30", "2026-11-23T10:00:00Z");
        HttpResponse<String> taken = intake.api("/appointments", booking(reference, fresh("MRN"), "2026-12-01T09:30",
                "2026-11-23T11:00:00Z"));

        assertThat(taken.statusCode()).isEqualTo(409);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        HttpResponse<String> answer = intake.api("/appointments", """
                {"reference":"a b","client":{"email":"nobody"},"kind":"MASSAGE","startsAt":"2026-12-01T09:30Z",
                 "site":"moon","occurredAt":"2031-01-01T00:00:00Z"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(intake.json(answer).path("errors").findValuesAsString("field")).containsExactlyInAnyOrder(
                "/reference", "/client", "/client/email", "/kind", "/startsAt", "/site", "/occurredAt");
        assertThat(answer.body()).doesNotContain("nobody", "MASSAGE", "moon");
    }

    private HttpResponse<String> book(String startsAt, String occurredAt) {
        return intake.api("/appointments", booking(reference, client, startsAt, occurredAt));
    }

    static String booking(String reference, String client, String startsAt, String occurredAt) {
        return """
                {"reference":"%s","client":{"reference":"%s","givenName":"Sam","email":"sam@example.org"},
                 "kind":"THERAPY","startsAt":"%s","occurredAt":"%s"}""".formatted(
                reference, client, startsAt, occurredAt);
    }

    private HttpResponse<String> change(String verb, String body) {
        HttpResponse<String> answer = intake.api("/appointments/" + reference + "/" + verb, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private List<JsonNode> facts(HttpResponse<String> answer) {
        return intake.facts(UUID.fromString(intake.json(answer).path("clientId").asString()), "appointment.changed");
    }
}
