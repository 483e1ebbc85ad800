package org.handrail.messaging.deadletter;

import static org.handrail.messaging.deadletter.DeadLetters.GROUP;
import static org.handrail.messaging.deadletter.DeadLetters.REASON;
import static org.handrail.messaging.deadletter.DeadLetters.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.contract.Topic;
import org.handrail.messaging.erasure.ErasedClients;
import org.handrail.messaging.inbox.Inbox;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.outbox.JdbcOutbox;
import org.handrail.messaging.outbox.OutboxRow;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts and replays the dead letters of one service. Replayed ones go back to their topic through the outbox, with
 * their own event id: other services know them already, and this one has forgotten them. Replaying is remembered by
 * offset, so a second replay takes only what came since. Dead letters of the compacted topic whose client has been
 * written anew or erased are gone by compaction.
 */
public final class DeadLetterReader {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaSettings kafka;
    private final String group;
    private final Inbox inbox;
    private final JdbcOutbox outbox;
    private final TransactionTemplate transaction;
    private final ErasedClients erased;

    public DeadLetterReader(
            KafkaSettings kafka, String group, Inbox inbox, JdbcOutbox outbox, TransactionTemplate transaction,
            ErasedClients erased) {
        this.kafka = kafka;
        this.group = group;
        this.inbox = inbox;
        this.outbox = outbox;
        this.transaction = transaction;
        this.erased = erased;
    }

    /** Not yet replayed, by topic and reason. */
    public Map<String, Long> count() {
        Map<String, Long> counts = new TreeMap<>();
        read(List.of(Topic.values()), record -> counts.merge(
                kafka.topicOf(record.topic()).suffix() + " " + header(record, REASON), 1L, Long::sum), false);
        return counts;
    }

    /** @return how many went back */
    public int replay(List<Topic> topics) {
        int[] replayed = {0};
        read(topics, record -> {
            // not taken back to the topic that it was erased from
            if (!isOfSomebodyErased(record)) {
                giveBack(record);
                replayed[0]++;
            }
        }, true);
        return replayed[0];
    }

    private boolean isOfSomebodyErased(ConsumerRecord<String, byte[]> record) {
        if (kafka.topicOf(record.topic()) != Topic.CONTACTS || record.value() == null) {
            return false;
        }
        try {
            return !erased.among(List.of(UUID.fromString(record.key()))).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void giveBack(ConsumerRecord<String, byte[]> record) {
        UUID id = DeadLetters.idOf(record);
        transaction.executeWithoutResult(status -> {
            inbox.forget(group, id);
            outbox.insert(List.of(new OutboxRow(kafka.nameOf(kafka.topicOf(record.topic())), record.key(), id, null,
                    Instant.ofEpochMilli(record.timestamp()), record.value(), originalHeaders(record))));
        });
    }

    private static Map<String, String> originalHeaders(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        Predicate<Header> ours = header -> !header.key().startsWith("handrail-dead-letter-");
        Stream.of(record.headers().toArray()).filter(ours).forEach(header -> headers.put(header.key(), text(header)));
        return headers;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header);
    }

    /** Reads to the ends that the topics have now. */
    private void read(List<Topic> topics, Consumer<ConsumerRecord<String, byte[]>> each, boolean remember) {
        Map<String, Object> settings = kafka.common("handrail-" + group + "-dead-letters");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.topicPrefix() + group + ".dead-letters");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(kafka.deadLetterNameOf(topic)).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> record : records) {
                    if (group.equals(header(record, GROUP))) {
                        each.accept(record);
                    }
                }
                if (remember && !records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        }
    }
}
