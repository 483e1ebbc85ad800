package org.handrail.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handrail.messaging.Faults;
import org.handrail.messaging.kafka.EventRecords;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.kafka.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the outbox: in order of ids, at least once, a row gone only after all in-sync replicas have its record.
 * With several instances one publishes at a time and another takes over when it dies. While Kafka is away rows wait.
 */
public final class Relay implements SmartLifecycle, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 1000;
    private static final Duration IDLE = Duration.ofMillis(200);
    /** Where facts come that fast more of them come soon: published together they cost a fraction. */
    private static final int SEVERAL = 8;
    private static final int MANY = 250;
    private static final Duration GATHER = Duration.ofMillis(30);
    private static final Duration LINGER = Duration.ofMillis(50);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

    private final OutboxTable outbox;
    private final TransactionTemplate transaction;
    private final EventRecords records;
    private final KafkaSettings kafka;
    private final Topics topics;
    private final String service;
    private final Nudge nudge;
    private final RestingTopics resting = new RestingTopics();
    private final AtomicReference<String> fault = new AtomicReference<>("");
    private final MeterRegistry meters;

    private volatile boolean running;
    private @Nullable Thread thread;

    public Relay(
            JdbcTemplate jdbc, TransactionTemplate transaction, EventRecords records, KafkaSettings kafka,
            Topics topics, String service, MeterRegistry meters, Nudge nudge) {
        this.outbox = new OutboxTable(jdbc);
        this.transaction = transaction;
        this.records = records;
        this.kafka = kafka;
        this.topics = topics;
        this.service = service;
        this.meters = meters;
        this.nudge = nudge;
        meters.gauge("handrail.outbox.waiting", this, relay -> relay.outbox.waiting());
    }

    /** A code, empty while all is well. */
    public String fault() {
        return fault.get();
    }

    @Override
    public void run() {
        Duration backOff = IDLE;
        Producer<String, byte[]> producer = null;
        try {
            while (running) {
                try {
                    topics.ensure();
                    producer = producer == null ? newProducer() : producer;
                    int published = publishNext(producer);
                    backOff = IDLE;
                    if (resting.isEmpty()) {
                        fault.set("");
                    }
                    if (published == 0) {
                        nudge.await(IDLE);
                    } else if (published >= SEVERAL && published < MANY) {
                        LockSupport.parkNanos(GATHER.toNanos());
                    }
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception | Error e) {
                    tell(Faults.code(e));
                    producer = close(producer);
                    nudge.await(backOff);
                    backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) < 0
                            ? backOff.multipliedBy(2) : LONGEST_BACK_OFF;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(producer);
        }
    }

    private int publishNext(Producer<String, byte[]> producer) {
        Integer count = transaction.execute(status -> {
            if (!outbox.tryLock()) {
                return 0;
            }
            List<Waiting> published = publish(producer, outbox.oldest(BATCH, resting.now()));
            if (!published.isEmpty()) {
                outbox.remove(published);
            }
            return published.stream().mapToInt(row -> row.facts().size()).sum();
        });
        int published = count == null ? 0 : count;
        if (published > 0) {
            meters.counter("handrail.outbox.published").increment(published);
        }
        return published;
    }

    /**
     * A topic that refuses rests for a while and holds up none of the others; from its first refused row on, its rows
     * stay, so that the order within a topic is kept.
     *
     * @throws KafkaException when nothing at all got through
     */
    private List<Waiting> publish(Producer<String, byte[]> producer, List<Waiting> rows) {
        List<Sent> sent = new ArrayList<>(rows.size());
        for (Waiting row : rows) {
            if (!resting.contains(row.topic())) {
                Sent answer = new Sent(row, row.facts().stream().map(fact -> producer.send(toRecord(fact))).toList());
                sent.add(answer);
                if (answer.failedAtOnce()) {
                    resting.rest(row.topic());
                }
            }
        }
        // what lingers to fill its batch goes now: few large requests, and none waits for company
        producer.flush();
        List<Waiting> published = new ArrayList<>(rows.size());
        Throwable refused = null;
        for (Sent each : sent) {
            Throwable problem = each.problem();
            if (problem != null) {
                refused = problem;
                resting.rest(each.row().topic());
                tell(Faults.code(problem));
            } else if (!resting.contains(each.row().topic())) {
                published.add(each.row());
            }
        }
        if (refused != null && published.isEmpty()) {
            throw new KafkaException("nothing was acknowledged", refused);
        }
        return published;
    }

    private record Sent(Waiting row, List<Future<RecordMetadata>> answers) {

        boolean failedAtOnce() {
            return answers.stream().allMatch(Future::isDone) && problem() != null;
        }

        /** Of the first of its facts that was refused; the row stays for one, and all of it goes again. */
        @Nullable Throwable problem() {
            try {
                for (Future<RecordMetadata> answer : answers) {
                    answer.get();
                }
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return e;
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxRow row) {
        Map<String, String> headers = row.headers();
        if (headers == null && row.type() != null && row.key() != null) {
            return records.toRecord(
                    row.topic(), row.key(), row.eventId(), row.type(), row.occurredAt(), row.payload());
        }
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        if (headers != null) {
            headers.forEach((name, value) ->
                    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        }
        return record;
    }

    private Producer<String, byte[]> newProducer() {
        Map<String, Object> settings = kafka.common("handrail-" + service + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) LINGER.toMillis());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static @Nullable Producer<String, byte[]> close(@Nullable Producer<String, byte[]> producer) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
        return null;
    }

    private void tell(String code) {
        if (running && !code.equals(fault.getAndSet(code))) {
            log.warn("The outbox waits, nothing is lost: publishing to Kafka says {}; trying again", code);
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = new Thread(this, "outbox-relay-" + service);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        nudge.give();
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        try {
            stopping.join(STOP_LIMIT.toMillis());
            stopping.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after web and routes, so that what they leave still goes out. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
