package org.handrail.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handrail.contract.EventType;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.messaging.kafka.EventJson;
import org.handrail.messaging.kafka.EventRecords;

/** The test's own hands on the broker. */
final class Broker implements AutoCloseable {

    static final Instant AT = Instant.parse("2026-11-02T14:00:00Z");

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;
    private final EventRecords records = new EventRecords(new EventJson(), "test");
    private final EventJson json = new EventJson();

    Broker(String bootstrap) {
        this.bootstrap = bootstrap;
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 50);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    static ClientAdmitted admission(UUID clientId) {
        return new ClientAdmitted(clientId, UUID.randomUUID(), AT, "main");
    }

    /** All of them into partition 0, so that one poll gets them together and in this order. */
    void send(String topic, List<ProducerRecord<String, byte[]>> all) {
        all.forEach(record -> producer.send(new ProducerRecord<>(
                topic, 0, record.key(), record.value(), record.headers())));
        producer.flush();
    }

    ProducerRecord<String, byte[]> good(UUID clientId) {
        return records.toRecord("any", clientId.toString(), UUID.randomUUID(), EventType.CLIENT_ADMITTED, AT,
                json.write(admission(clientId)));
    }

    ProducerRecord<String, byte[]> poison() {
        return new ProducerRecord<>("any", "no-uuid", "{\"half\":".getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that a topic holds now. */
    List<ConsumerRecord<String, byte[]>> read(String topic) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    @Override
    public void close() {
        producer.close();
    }
}
