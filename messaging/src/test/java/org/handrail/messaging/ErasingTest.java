package org.handrail.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handrail.contract.EventType;
import org.handrail.contract.Language;
import org.handrail.contract.Topic;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.local.LocalInfra;
import org.handrail.messaging.kafka.EventJson;
import org.handrail.messaging.kafka.EventRecords;
import org.handrail.messaging.kafka.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tombstone does to facts that were under way, wherever they are. */
class ErasingTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final LocalInfra infra = LocalInfra.shared();
    private final String prefix = infra.newTopicPrefix("erasing");
    private Broker broker;
    private Instance service;

    @BeforeEach
    void start() throws Exception {
        service = new Instance(infra.newDatabase("erasing"), infra.bootstrap(), prefix).migrated();
        new Topics(service.kafka).ensure();
        broker = new Broker(infra.bootstrap());
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
    }

    @Test
    void letsNothingOfSomebodyErasedThroughAndNoDeadLetterBack() throws Exception {
        UUID client = UUID.randomUUID();
        UUID marker = UUID.randomUUID();
        service.withRoute("events:CONTACTS?group=sample", (facts, jdbc) -> {
            if (facts.stream().anyMatch(fact -> !fact.isTombstone() && fact.clientId().equals(client))) {
                throw new IllegalStateException("can't be taken");
            }
            Instance.remember(facts, jdbc);
        }).start();
        broker.send(prefix + "contacts.v1", List.of(contact(client, 1)));
        await().atMost(LONG).until(() -> deadLetters().size() == 1);

        broker.send(prefix + "contacts.v1", List.of(tombstone(client), contact(client, 7), contact(marker, 1)));

        await().atMost(LONG).until(() -> service.handled().contains(marker));
        assertThat(service.handled()).as("the tombstone, and the marker").containsExactly(client, marker);
        assertThat(service.erased.find(client)).isPresent();
        // a tombstone of its own went after the dead letter, so that compaction takes it
        await().atMost(LONG).until(() -> deadLetters().stream().anyMatch(record -> record.value() == null
                && record.key().equals(client.toString())));
        assertThat(deadLetters()).filteredOn(record -> record.value() != null).hasSize(1);
        assertThat(service.deadLetterReader.replay(List.of(Topic.CONTACTS))).isZero();
    }

    @Test
    void takesDetailsOutOfPacksThatWaitAndLeavesTheOthersInOrder() {
        List<UUID> clients = Stream.generate(UUID::randomUUID).limit(20).toList();
        service.transaction.executeWithoutResult(status -> service.outbox.publishAll(
                clients.stream().map(client -> details(client, 1)).toList(), Broker.AT));
        assertThat(service.jdbc.queryForObject("select facts from outbox", Integer.class)).isEqualTo(20);

        List<UUID> left = new ArrayList<>(clients);
        for (int gone = 0; gone < 19; gone++) {
            UUID client = left.remove(gone % left.size());
            service.transaction.executeWithoutResult(status -> service.erased.erase(client, Broker.AT));
            assertThat(service.erased.find(client).orElseThrow().erased()).containsEntry("outbox", 1);
            if (left.size() == 7) {
                assertThat(service.jdbc.queryForObject("select facts from outbox", Integer.class)).isEqualTo(7);
            }
        }
        service.relay.start();

        await().atMost(LONG).until(() -> !broker.read(prefix + "contacts.v1").isEmpty());
        assertThat(broker.read(prefix + "contacts.v1")).extracting(ConsumerRecord::key)
                .containsExactlyElementsOf(left.stream().map(UUID::toString).toList());
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return broker.read(prefix + "contacts.v1" + Topic.DEAD_LETTER_SUFFIX);
    }

    private static ContactChanged details(UUID client, int version) {
        return new ContactChanged(client, version, false, "Zenobia", null, "zenobia@example.net", 1, null,
                Language.EN, null, "main", List.of());
    }

    private static ProducerRecord<String, byte[]> contact(UUID client, int version) {
        return new EventRecords(new EventJson(), "test").toRecord("any", client.toString(), UUID.randomUUID(),
                EventType.CONTACT_CHANGED, Broker.AT, new EventJson().write(details(client, version)));
    }

    private static ProducerRecord<String, byte[]> tombstone(UUID client) {
        return new EventRecords(new EventJson(), "test").toRecord("any", client.toString(), UUID.randomUUID(),
                EventType.CONTACT_CHANGED, Broker.AT, null);
    }
}
