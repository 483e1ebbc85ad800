package org.handrail.messaging.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.messaging.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, has the records taken in, commits the offsets after the database. A fault that time may heal keeps the place
 * in the group: the partitions are paused, polled while waiting, and read again from the first record not done.
 */
final class PollLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final EventsEndpoint endpoint;
    private final TakingIn takingIn;
    private final List<String> topics;
    private final AtomicLong lag = new AtomicLong();

    private volatile boolean stopping;
    private volatile boolean polling;
    private KafkaConsumer<String, byte[]> consumer;

    PollLoop(EventsEndpoint endpoint, TakingIn takingIn) {
        this.endpoint = endpoint;
        this.takingIn = takingIn;
        this.topics = endpoint.topics().stream().map(endpoint.consuming().kafka()::nameOf).toList();
        Gauge.builder("handrail.consumer.lag", lag, AtomicLong::get)
                .tags(Tags.of("group", endpoint.group(), "topics", String.join("+", suffixes(endpoint))))
                .description("records of the assigned partitions not yet taken in")
                .register(endpoint.consuming().meters());
    }

    private static List<String> suffixes(EventsEndpoint endpoint) {
        return endpoint.topics().stream().map(topic -> topic.suffix()).toList();
    }

    /** From any thread. */
    void stop() {
        stopping = true;
        if (polling) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        Duration backOff = POLL;
        while (!stopping) {
            try {
                endpoint.consuming().topics().ensure();
                consume();
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (WakeupException e) {
                log.debug("{} stops", endpoint.group());
            } catch (RuntimeException | Error e) {
                // errors, too: a loop that ended in silence would forget people
                log.warn("Group {} stopped reading: {}; starting again", endpoint.group(), Faults.code(e));
                backOff = sleep(backOff);
            }
        }
    }

    private void consume() {
        consumer = newConsumer();
        try {
            consumer.subscribe(topics);
            polling = true;
            Duration backOff = POLL;
            while (!stopping) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    backOff = take(records) ? POLL : waitInGroup(backOff);
                }
                lag.set(currentLag());
            }
        } finally {
            polling = false;
            closeQuietly();
        }
    }

    /** @return false when something was left for later */
    private boolean take(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        try {
            takingIn.take(records, record -> done.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1)));
            return true;
        } catch (TakingIn.TryLater e) {
            log.warn("Group {} waits: {}; it will be tried again from the same place", endpoint.group(),
                    Faults.code(e));
            for (TopicPartition partition : records.partitions()) {
                OffsetAndMetadata reached = done.get(partition);
                seek(partition, reached != null ? reached.offset() : records.records(partition).get(0).offset());
            }
            return false;
        } finally {
            commit(done);
        }
    }

    private void seek(TopicPartition partition, long offset) {
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
        }
    }

    /** When a commit does not get through, the records are read again and the inbox knows them. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> done) {
        if (done.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(done, Duration.ofSeconds(5));
        } catch (WakeupException e) {
            consumer.commitSync(done, Duration.ofSeconds(2));
            throw e;
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            log.info("Group {} could not commit its place ({}); what is read again is known by the inbox",
                    endpoint.group(), Faults.code(e));
        }
    }

    private Duration waitInGroup(Duration backOff) {
        long until = System.nanoTime() + backOff.toNanos();
        while (!stopping && System.nanoTime() < until) {
            // again each time: partitions may have come with a rebalance
            consumer.pause(consumer.assignment());
            ConsumerRecords<String, byte[]> early = consumer.poll(Duration.ofMillis(50));
            early.partitions().forEach(partition -> seek(partition, early.records(partition).get(0).offset()));
        }
        consumer.resume(consumer.assignment());
        return longer(backOff);
    }

    private Duration sleep(Duration backOff) {
        long until = System.nanoTime() + backOff.toNanos();
        while (!stopping && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            if (Thread.currentThread().isInterrupted()) {
                return backOff;
            }
        }
        return longer(backOff);
    }

    private static Duration longer(Duration backOff) {
        Duration doubled = backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }

    private long currentLag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private void closeQuietly() {
        try {
            consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
        } catch (KafkaException e) {
            log.info("Group {} left without a goodbye: {}", endpoint.group(), Faults.code(e));
        }
    }

    private KafkaConsumer<String, byte[]> newConsumer() {
        Consuming consuming = endpoint.consuming();
        // a Kafka group a route: routes of a service rebalance apart from each other
        String group = consuming.kafka().topicPrefix() + endpoint.group() + "." + String.join("+", suffixes(endpoint));
        Map<String, Object> settings = consuming.kafka().common(group);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, endpoint.maxPollRecords());
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
