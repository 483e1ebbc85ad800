package org.handrail.standalone.bench.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.contract.EventType;
import org.handrail.contract.Topic;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.messaging.kafka.EventJson;

/** Reads reminders as notifier-service would, from now on, and notes how long after its time each arrives. */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventJson json = new EventJson();
    private final Clock clock;
    private final List<Long> lateMillis = new ArrayList<>();

    Arrivals(String bootstrap, Clock clock) {
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", 20),
                new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topic.REMINDERS.name("handrail."), number)).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** @throws IllegalStateException when so many do not come in that time */
    void await(int count, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (lateMillis.size() < count) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                ReminderDue due = (ReminderDue) json.read(EventType.REMINDER_DUE, record.value());
                lateMillis.add(Duration.between(due.dueAt(), clock.instant()).toMillis());
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(lateMillis.size() + " of " + count + " reminders came by Kafka");
            }
        }
    }

    double percentile(double share) {
        List<Long> sorted = lateMillis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
