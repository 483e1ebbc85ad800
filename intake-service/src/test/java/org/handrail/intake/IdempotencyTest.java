package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.intake.RunningIntake.fresh;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.handrail.intake.idempotency.Answer;
import org.handrail.intake.idempotency.Fingerprint;
import org.handrail.intake.idempotency.KeptAnswers;
import org.handrail.intake.idempotency.Once;
import org.handrail.intake.idempotency.RequestKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyTest {

    private final RunningIntake intake = RunningIntake.shared();
    private final String key = fresh("key");
    private final String phone = "+1 202-555-0188";

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        HttpResponse<String> first = inquire("hello");
        HttpResponse<String> second = intake.api("/inquiries",
                "{ \"message\" : \"hello\",\n \"client\":{\"phone\":\"" + phone + "\"}}", "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("idempotency-replayed")).hasValue("true");
        assertThat(inquiriesOf(first)).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        inquire("hello");

        assertThat(inquire("goodbye").statusCode()).isEqualTo(422);
        assertThat(intake.api("/stops", stop(fresh("MRN")), "Idempotency-Key", key).statusCode()).isEqualTo(422);
    }

    @Test
    void keepsTheKeysOfSourcesApart() {
        HttpResponse<String> ours = inquire("hello");
        HttpResponse<String> theirs = intake.send(intake.request("/api/v1/inquiries", "Idempotency-Key", key,
                        "Authorization", "Bearer " + RunningIntake.OTHER_KEY, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body("something else"))));

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.body()).isNotEqualTo(ours.body());
    }

    @Test
    void keepsNothingOfARefusedRequest() {
        HttpResponse<String> refused = intake.api("/inquiries", "{\"client\":{\"phone\":\"1\"}}", "Idempotency-Key", key);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(inquire("hello").statusCode()).isEqualTo(201);
    }

    @Test
    void takesOneOfManyAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(12);
        Callable<HttpResponse<String>> request = () -> inquire("hello");
        List<Future<HttpResponse<String>>> answers = pool.invokeAll(Collections.nCopies(24, request));
        pool.shutdown();

        List<HttpResponse<String>> taken = new java.util.ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(201, 409);
            if (answer.get().statusCode() == 201) {
                taken.add(answer.get());
            }
        }
        assertThat(taken).isNotEmpty().extracting(HttpResponse::body).containsOnly(taken.get(0).body());
        assertThat(inquiriesOf(taken.get(0))).isEqualTo(1);
    }

    @Test
    void answersConflictWhileTheFirstIsWorkedOnAndWorksOnceItDied() throws Exception {
        KeptAnswers answers = intake.context.getBean(KeptAnswers.class);
        Transactions transactions = intake.context.getBean(Transactions.class);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch crash = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            try {
                transactions.inOne(() -> {
                    answers.tryLock(new RequestKey("ehr", key));
                    locked.countDown();
                    awaitQuietly(crash);
                    throw new IllegalStateException("crash in the middle");
                });
            } catch (IllegalStateException expected) {
                // its transaction is gone, as after a crash
            }
        });
        first.start();
        locked.await(10, TimeUnit.SECONDS);

        HttpResponse<String> during = inquire("hello");
        crash.countDown();
        first.join();

        assertThat(during.statusCode()).isEqualTo(409);
        assertThat(during.headers().firstValue("retry-after")).isPresent();
        assertThat(inquire("hello").statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThat(intake.api("/inquiries", body("x"), "Idempotency-Key", "k".repeat(256)).statusCode()).isEqualTo(400);
        assertThat(intake.api("/inquiries", body("x"), "Idempotency-Key", "a b").statusCode()).isEqualTo(400);
        HttpResponse<String> plain = inquire("hello");
        assertThat(intake.api("/inquiries", body("hello"), "Idempotency-Key", '"' + key + '"').body())
                .isEqualTo(plain.body());
    }

    @Test
    void forgetsAnswersAfterTwoDays() {
        Once once = intake.context.getBean(Once.class);
        KeptAnswers answers = intake.context.getBean(KeptAnswers.class);
        RequestKey old = new RequestKey("test", key);
        once.answerWaiting(old, Fingerprint.of("x"), () -> new Answer(200, "{}"));

        answers.removeOlderThan(RunningIntake.NOW);
        assertThat(answers.find(old)).isPresent();
        answers.removeOlderThan(RunningIntake.NOW.plusSeconds(1));
        assertThat(answers.find(old)).isEmpty();
    }

    private HttpResponse<String> inquire(String message) {
        return intake.api("/inquiries", body(message), "Idempotency-Key", key);
    }

    private String body(String message) {
        return JsonMapper.shared().writeValueAsString(
                java.util.Map.of("client", java.util.Map.of("phone", phone), "message", message));
    }

    private static String stop(String reference) {
        return "{\"client\":{\"reference\":\"" + reference + "\"},\"occurredAt\":\"2026-11-23T14:00:00Z\"}";
    }

    private int inquiriesOf(HttpResponse<String> answer) {
        UUID client = intake.clientOf(answer);
        return intake.facts(client, "inquiry.received").size();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
