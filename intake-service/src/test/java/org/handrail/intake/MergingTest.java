package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.intake.RunningIntake.fresh;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.client.Identifying;
import org.handrail.intake.merge.Merges;
import org.handrail.intake.merge.Merging;
import org.handrail.intake.merge.Merging.Outcome;
import org.handrail.messaging.Outbox;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final Instant STOPPED = Instant.parse("2026-11-22T15:00:00Z");

    private final RunningIntake intake = RunningIntake.shared();
    private final String email = fresh("robin").toLowerCase() + "@example.net";
    private final String reference = fresh("MRN");
    private final UUID known = intake.clientOf(intake.api("/inquiries",
            "{\"client\":{\"reference\":\"" + reference + "\",\"givenName\":\"Robin\",\"email\":\"" + email + "\"}}"));
    private final UUID wroteAgain = intake.clientOf(intake.api("/inquiries",
            "{\"client\":{\"givenName\":\"Bobby\",\"email\":\"" + email + "\",\"phone\":\"202-555-0144\"},"
                    + "\"message\":\"It is me again\"}"));

    @Test
    void bringsWhatIsMissingAndStopsAndNeverAConsent() {
        String ofDuplicate = fresh("MRN");
        intake.api("/inquiries", "{\"client\":{\"id\":\"" + wroteAgain + "\",\"reference\":\"" + ofDuplicate + "\"}}");

        assertThat(merging(Optional.of(Map.of(Purpose.FOLLOW_UP, STOPPED))).merge(wroteAgain, known, "staff-7"))
                .isEqualTo(Outcome.MERGED);

        assertThat(intake.facts(known, "contact.changed")).last().satisfies(fact -> {
            assertThat(fact.path("givenName").asString()).as("the known one's own").isEqualTo("Robin");
            assertThat(fact.path("phone").asString()).isEqualTo("+12025550144");
            assertThat(fact.path("messages").get(0).asString()).isEqualTo("It is me again");
            assertThat(fact.path("addressVersion").asInt()).isEqualTo(1);
        });
        assertThat(intake.facts(known, "stop.requested")).singleElement().satisfies(stop -> {
            assertThat(stop.path("purposes").size()).isEqualTo(1);
            assertThat(stop.path("occurredAt").asString()).isEqualTo(STOPPED.toString());
        });
        assertThat(intake.facts(known, "consent.recorded")).isEmpty();
        assertThat(intake.facts(known, "inquiry.received")).hasSize(2);
        assertThat(intake.jdbc.sql("select email is null and erased_at is not null from client where id = :id")
                .param("id", wroteAgain).query(Boolean.class).single()).isTrue();
        assertThat(intake.clientOf(intake.api("/inquiries", "{\"client\":{\"reference\":\"" + ofDuplicate + "\"}}")))
                .as("its references name the known one").isEqualTo(known);
        assertThat(merging(Optional.of(Map.of())).merge(wroteAgain, known, "staff-7")).isEqualTo(Outcome.MERGED);
        assertThat(intake.facts(known, "stop.requested")).as("once").hasSize(1);
    }

    @Test
    void mergesNothingItCannotMergeWhole() {
        assertThat(merging(Optional.empty()).merge(wroteAgain, known, "staff-7")).isEqualTo(Outcome.LEDGER_AWAY);
        assertThat(merging(Optional.of(Map.of())).merge(known, known, "staff-7")).isEqualTo(Outcome.NOBODY_THERE);
        assertThat(merging(Optional.of(Map.of())).merge(UUID.randomUUID(), known, "staff-7"))
                .isEqualTo(Outcome.NOBODY_THERE);
        intake.api("/admissions", "{\"reference\":\"" + fresh("ADM") + "\",\"client\":{\"id\":\"" + wroteAgain
                + "\"},\"admittedAt\":\"2026-11-20T12:00:00Z\"}");
        assertThat(merging(Optional.of(Map.of())).merge(wroteAgain, known, "staff-7")).isEqualTo(Outcome.HAS_BOOKINGS);
        assertThat(intake.jdbc.sql("select count(*) from client where id in (:a, :b) and erased_at is null")
                .param("a", known).param("b", wroteAgain).query(Integer.class).single()).isEqualTo(2);
        HttpResponse<String> answer = intake.send(intake.request("/internal/merges", "Content-Type",
                "application/json", "Authorization", "Bearer internal-secret").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private Merging merging(Optional<Map<Purpose, Instant>> stops) {
        return new Merging(intake.context.getBean(Clients.class), intake.context.getBean(Merges.class), client -> stops,
                intake.context.getBean(Identifying.class), intake.context.getBean(Erasing.class),
                intake.context.getBean(Outbox.class), intake.context.getBean(Transactions.class), intake.clock);
    }
}
