package org.handrail.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.contract.Topic;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.messaging.deadletter.DeadLetters;
import org.handrail.messaging.kafka.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The events component on a real broker and database: every fact once, whatever goes wrong. */
class TakingInTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String INTAKE = "events:INTAKE?group=sample";

    private final LocalInfra infra = LocalInfra.shared();
    private final LocalDatabase database = infra.newDatabase("messaging");
    private final String prefix = infra.newTopicPrefix("messaging");
    private final List<Instance> instances = new ArrayList<>();
    private Broker broker;

    @BeforeEach
    void createTopics() throws Exception {
        broker = new Broker(infra.bootstrap());
        instance().migrated();
        new Topics(instances.get(0).kafka).ensure();
    }

    @AfterEach
    void stopEverything() {
        instances.forEach(Instance::close);
        broker.close();
    }

    private Instance instance() {
        Instance instance = new Instance(database, infra.bootstrap(), prefix);
        instances.add(instance);
        return instance;
    }

    @Test
    void bringsWhatTheOutboxHoldsToTheRouteOnceAndInOrder() throws Exception {
        Instance service = instance().withRoute(INTAKE, Instance::remember).start();
        List<UUID> clients = clients(300);

        service.transaction.executeWithoutResult(status -> service.outbox.publishAll(
                clients.stream().map(Broker::admission).toList(), Broker.AT));

        await().atMost(LONG).until(() -> service.handled().size() >= 300);
        assertThat(service.handled()).containsExactlyInAnyOrderElementsOf(clients);
        assertThat(service.jdbc.queryForObject("select count(*) from outbox", Long.class)).isZero();
    }

    @Test
    void keepsAnUndoneFactOut() throws Exception {
        Instance service = instance().withRoute(INTAKE, Instance::remember).start();
        UUID undone = UUID.randomUUID();
        UUID marker = UUID.randomUUID();

        service.transaction.executeWithoutResult(status -> {
            service.outbox.publish(Broker.admission(undone), Broker.AT);
            status.setRollbackOnly();
        });
        service.transaction.executeWithoutResult(
                status -> service.outbox.publish(Broker.admission(marker), Broker.AT));

        await().atMost(LONG).until(() -> service.handled().contains(marker));
        assertThat(service.handled()).containsExactly(marker);
    }

    @Test
    void setsPoisonAsideWhereverItStandsInAPoll() throws Exception {
        List<UUID> clients = clients(3);
        broker.send(prefix + "intake.v1", List.of(
                broker.poison(), broker.good(clients.get(0)), broker.good(clients.get(1)), broker.poison(),
                broker.good(clients.get(2)), broker.poison()));

        Instance service = instance().withRoute(INTAKE, Instance::remember).start();

        await().atMost(LONG).until(() -> deadLetters().size() == 3);
        await().atMost(LONG).until(() -> service.handled().size() == 3);
        assertThat(service.handled()).containsExactlyElementsOf(clients);
        assertThat(deadLetters()).allSatisfy(record ->
                assertThat(header(record, DeadLetters.REASON)).isEqualTo("not-a-cloud-event"));
    }

    @Test
    void setsAsideTheOneFactThatARouteCannotTakeAndKeepsTheOthers() throws Exception {
        List<UUID> clients = clients(5);
        UUID odd = clients.get(2);
        broker.send(prefix + "intake.v1", clients.stream().map(broker::good).toList());

        Instance service = instance().withRoute(INTAKE, (facts, jdbc) -> {
            Instance.remember(facts, jdbc);
            if (facts.stream().anyMatch(fact -> fact.clientId().equals(odd))) {
                throw new IllegalStateException("name@example.org can't be taken");
            }
        }).start();

        await().atMost(LONG).until(() -> service.handled().size() == 4 && deadLetters().size() == 1);
        assertThat(service.handled()).containsExactlyElementsOf(
                clients.stream().filter(client -> !client.equals(odd)).toList());
        ConsumerRecord<String, byte[]> deadLetter = deadLetters().get(0);
        assertThat(deadLetter.key()).isEqualTo(odd.toString());
        assertThat(header(deadLetter, DeadLetters.REASON)).isEqualTo("IllegalStateException");
        assertThat(deadLetter.headers().toArray()).noneMatch(header -> new String(header.value()).contains("example"));
    }

    @Test
    void waitsForTheDatabaseInsteadOfGivingUp() throws Exception {
        List<UUID> clients = clients(20);
        AtomicInteger refusals = new AtomicInteger(3);
        broker.send(prefix + "intake.v1", clients.stream().map(broker::good).toList());

        Instance service = instance().withRoute(INTAKE, (facts, jdbc) -> {
            Instance.remember(facts, jdbc);
            if (refusals.getAndDecrement() > 0) {
                throw new TransientDataAccessResourceException("away");
            }
        }).start();

        await().atMost(LONG).until(() -> service.handled().size() >= 20);
        assertThat(service.handled()).containsExactlyElementsOf(clients);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void goesOnWhileTheDeadLetterTopicIsAway() throws Exception {
        Instance service = instance().withRoute(INTAKE, Instance::remember).start();
        UUID ready = UUID.randomUUID();
        broker.send(prefix + "intake.v1", List.of(broker.good(ready)));
        await().atMost(LONG).until(() -> service.handled().contains(ready));
        String away = prefix + "intake.v1" + Topic.DEAD_LETTER_SUFFIX;
        try (var admin = broker.admin()) {
            admin.deleteTopics(List.of(away)).all().get();
        }
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        broker.send(prefix + "intake.v1", List.of(broker.poison(), broker.good(before)));
        await().atMost(LONG).until(() -> service.handled().contains(before));
        service.transaction.executeWithoutResult(status -> service.outbox.publish(Broker.admission(after), Broker.AT));
        await().atMost(LONG).until(() -> service.handled().contains(after));
        assertThat(service.jdbc.queryForList("select topic from outbox", String.class)).containsExactly(away);

        await().atMost(LONG).ignoreExceptions().until(() -> {
            new Topics(service.kafka).ensure();
            return true;
        });
        await().atMost(LONG).until(() -> deadLetters().size() == 1);
        await().atMost(LONG).until(() ->
                service.jdbc.queryForList("select topic from outbox", String.class).isEmpty());
    }

    @Test
    void takesAFactOnceThoughItDiesBetweenTheDatabaseAndTheOffset() throws Exception {
        List<UUID> clients = clients(50);
        broker.send(prefix + "intake.v1", clients.stream().map(broker::good).toList());
        AtomicBoolean died = new AtomicBoolean();
        instance().withRoute(INTAKE, (facts, jdbc) -> {
            Instance.remember(facts, jdbc);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    died.set(true);
                    throw new StackOverflowError("the process dies here, after the commit");
                }
            });
        }).start();
        await().atMost(LONG).untilTrue(died);

        Instance second = instance().withRoute(INTAKE, Instance::remember).start();
        UUID marker = UUID.randomUUID();
        broker.send(prefix + "intake.v1", List.of(broker.good(marker)));

        await().atMost(LONG).until(() -> second.handled().contains(marker));
        assertThat(second.handled()).doesNotHaveDuplicates().containsAll(clients).hasSize(51);
    }

    @Test
    void losesAndDoublesNothingWhileInstancesComeAndGo() throws Exception {
        List<UUID> clients = clients(2_000);
        Instance first = instance().withRoute(INTAKE + "&maxPollRecords=50", Instance::remember).start();
        Instance second = instance().withRoute(INTAKE + "&maxPollRecords=50", Instance::remember);

        for (int from = 0; from < 2_000; from += 100) {
            List<UUID> part = clients.subList(from, from + 100);
            first.transaction.executeWithoutResult(status ->
                    first.outbox.publishAll(part.stream().map(Broker::admission).toList(), Broker.AT));
            if (from == 500) {
                second.start();
            }
            if (from == 1_200) {
                first.camel.stop();
            }
        }

        await().atMost(LONG).until(() -> new HashSet<>(second.handled()).size() == 2_000);
        assertThat(second.handled()).doesNotHaveDuplicates();
    }

    @Test
    void stopsUnderLoadWithinTenSecondsAndFinishesLater() throws Exception {
        List<UUID> clients = clients(3_000);
        CountDownLatch busy = new CountDownLatch(200);
        broker.send(prefix + "intake.v1", clients.stream().map(broker::good).toList());
        Instance first = instance().withRoute(INTAKE + "&maxPollRecords=100", (facts, jdbc) -> {
            for (Received fact : facts) {
                Instance.remember(List.of(fact), jdbc);
                busy.countDown();
            }
        }).start();
        busy.await();

        long began = System.nanoTime();
        first.camel.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));

        Instance second = instance().withRoute(INTAKE, Instance::remember).start();
        await().atMost(LONG).until(() -> second.handled().size() >= 3_000);
        assertThat(second.handled()).containsExactlyElementsOf(clients);
    }

    @Test
    void replaysDeadLettersOnce() throws Exception {
        UUID client = UUID.randomUUID();
        AtomicBoolean mended = new AtomicBoolean();
        broker.send(prefix + "intake.v1", List.of(broker.good(client)));
        Instance service = instance().withRoute(INTAKE, (facts, jdbc) -> {
            if (!mended.get()) {
                throw new IllegalStateException("not yet");
            }
            Instance.remember(facts, jdbc);
        }).start();
        await().atMost(LONG).until(() -> deadLetters().size() == 1);
        assertThat(service.deadLetterReader.count()).containsEntry("intake.v1 IllegalStateException", 1L);

        mended.set(true);
        assertThat(service.deadLetterReader.replay(List.of(Topic.INTAKE))).isEqualTo(1);

        await().atMost(LONG).until(() -> service.handled().equals(List.of(client)));
        assertThat(service.deadLetterReader.replay(List.of(Topic.INTAKE))).isZero();
        assertThat(service.deadLetterReader.count()).isEmpty();
    }

    @Test
    void tellsTheRouteOfATombstone() throws Exception {
        UUID client = UUID.randomUUID();
        Instance service = instance().withRoute("events:CONTACTS?group=sample", (facts, jdbc) -> {
            if (facts.stream().allMatch(Received::isTombstone)) {
                Instance.remember(facts, jdbc);
            }
        }).start();

        service.transaction.executeWithoutResult(status -> service.outbox.forget(client, Broker.AT));

        await().atMost(LONG).until(() -> service.handled().equals(List.of(client)));
        assertThat(broker.read(prefix + "contacts.v1")).singleElement()
                .satisfies(record -> assertThat(record.value()).isNull());
    }

    private static List<UUID> clients(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return broker.read(prefix + "intake.v1" + Topic.DEAD_LETTER_SUFFIX);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }
}
