package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.intake.RunningIntake.fresh;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.handrail.intake.client.Erasing;
import org.handrail.intake.client.Erasures;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final String reference = fresh("MRN");
    private final String email = fresh("quill").toLowerCase() + "@example.net";

    @Test
    void leavesTheProofAndNothingThatTellsWhoItWas() {
        UUID client = known();
        HttpResponse<String> found = internal("/internal/clients/with", "{\"email\":\"" + email + "\"}");
        HttpResponse<String> erased = internal("/internal/erasures", "{\"clientId\":\"" + client + "\"}");

        assertThat(found.body()).contains(client.toString());
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(intake.json(erased).path("rows").path("intake.client").asInt()).isEqualTo(1);
        assertThat(intake.json(erased).path("rows").path("outbox").asInt()).as("details that waited").isPositive();
        assertThat(rowsWith(email)).isEmpty();
        assertThat(rowsWith(reference)).isEmpty();
        assertThat(intake.jdbc.sql("select count(*) from consent_act where client_id = :id").param("id", client)
                .query(Long.class).single()).isPositive();
        assertThat(intake.jdbc.sql("select payload is null from outbox where key = :id and type like '%contact%'")
                .param("id", client.toString()).query(Boolean.class).list()).containsExactly(true);
    }

    @Test
    void erasesAgainWithoutHarmAndNobodyWhoIsNotThere() {
        UUID client = known();
        String body = "{\"clientId\":\"" + client + "\"}";
        HttpResponse<String> first = internal("/internal/erasures", body);
        intake.clock.set(intake.clock.instant().plusSeconds(60));
        HttpResponse<String> second = internal("/internal/erasures", body);
        intake.clock.set(RunningIntake.NOW);

        assertThat(intake.json(second).path("erasedAt")).isEqualTo(intake.json(first).path("erasedAt"));
        assertThat(intake.json(second).path("rows")).isEqualTo(intake.json(first).path("rows"));
        assertThat(internal("/internal/erasures", "{\"clientId\":\"" + UUID.randomUUID() + "\"}").statusCode())
                .isEqualTo(404);
        assertThat(internal("/internal/erasures", "{\"source\":\"ehr\",\"reference\":\"nobody\"}").statusCode())
                .isEqualTo(404);
        assertThat(internal("/internal/erasures", "{}").statusCode()).isEqualTo(400);
        assertThat(intake.send(intake.request("/internal/erasures", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))).statusCode()).as("without the token").isEqualTo(401);
    }

    @Test
    void doesNotEnterThePersonAnewWhenTheSameRequestComesAgain() {
        String key = "for-" + email;
        String body = "{\"client\":{\"reference\":\"" + reference + "\",\"email\":\"" + email + "\"}}";
        UUID client = intake.clientOf(intake.api("/inquiries", body, "Idempotency-Key", key));
        internal("/internal/erasures", "{\"source\":\"ehr\",\"reference\":\"" + reference + "\"}");

        HttpResponse<String> again = intake.api("/inquiries", body, "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(rowsWith(email)).isEmpty();
        assertThat(intake.jdbc.sql("select erased_at is not null from client where id = :id").param("id", client)
                .query(Boolean.class).single()).isTrue();
    }

    /** Whoever waits for the client's row while they are erased must neither fail nor bring the old id back. */
    @Test
    void meetsRequestsThatAreUnderWay() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 15; round++) {
                String mine = fresh("RACE");
                String body = "{\"client\":{\"reference\":\"" + mine + "\",\"email\":\"" + mine.toLowerCase()
                        + "@example.net\"}}";
                UUID client = intake.clientOf(intake.api("/inquiries", body));
                CountDownLatch together = new CountDownLatch(1);
                List<Future<Integer>> asked = IntStream.range(0, 3).mapToObj(i -> pool.submit(() -> {
                    together.await();
                    return intake.api("/inquiries", body).statusCode();
                })).toList();
                Future<Integer> erased = pool.submit(() -> {
                    together.await();
                    return internal("/internal/erasures", "{\"clientId\":\"" + client + "\"}").statusCode();
                });
                together.countDown();

                assertThat(erased.get()).isEqualTo(200);
                for (Future<Integer> one : asked) {
                    assertThat(one.get()).isEqualTo(201);
                }
                assertThat(intake.jdbc.sql("select email is null and messages = '{}' from client where id = :id")
                        .param("id", client).query(Boolean.class).single()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void saysTheTombstoneAgainAfterASegmentsLife() {
        UUID client = known();
        internal("/internal/erasures", "{\"clientId\":\"" + client + "\"}");
        Erasing erasing = intake.context.getBean(Erasing.class);
        Optional<Erasures.Erased> kept = erasing.erase(client);
        long before = tombstones(client);

        erasing.sayAgain();
        assertThat(tombstones(client)).as("too early").isEqualTo(before);
        intake.jdbc.sql("update erased_client set repeat_at = now() where client_id = :id").param("id", client).update();
        erasing.sayAgain();
        erasing.sayAgain();

        assertThat(tombstones(client)).isEqualTo(before + 1);
        assertThat(kept).map(Erasures.Erased::erasedAt).contains(RunningIntake.NOW);
    }

    private long tombstones(UUID client) {
        return intake.jdbc.sql("select count(*) from outbox where key = :id and payload is null")
                .param("id", client.toString()).query(Long.class).single();
    }

    private UUID known() {
        return intake.clientOf(intake.api("/consents", """
                {"client":{"reference":"%s","email":"%s","givenName":"Zenobia"},"purposes":["FOLLOW_UP"],
                 "wording":"paper/1","language":"en","how":"SIGNED","riskWarningShown":true,
                 "occurredAt":"2026-11-20T12:00:00Z"}""".formatted(reference, email), "Idempotency-Key", email));
    }

    private HttpResponse<String> internal(String path, String body) {
        return intake.send(intake.request(path, "Content-Type", "application/json", "Authorization",
                "Bearer internal-secret").POST(BodyPublishers.ofString(body)));
    }

    /** Tables that hold it, in text or in bytes. */
    private List<String> rowsWith(String text) {
        return intake.rows().keySet().stream().filter(table -> intake.jdbc.sql("select count(*) from " + table + """
                 as t where position(:text in t::text) > 0
                    or position(encode(convert_to(:text, 'UTF8'), 'hex') in t::text) > 0
                """).param("text", text).query(Long.class).single() > 0).toList();
    }
}
