package org.handrail.messaging.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.handrail.contract.EventType;
import org.handrail.contract.Topic;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.outbox.JdbcOutbox;
import org.handrail.messaging.outbox.OutboxRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside records that could not be taken in. They go through the outbox, in the transaction that marks them as
 * taken: with the dead-letter topic away they wait there, and none is lost.
 */
public final class DeadLetters {

    /** Why, as a code. */
    public static final String REASON = "handrail-dead-letter-reason";
    /** Which consumer could not take it. */
    public static final String GROUP = "handrail-dead-letter-group";
    /** Topic, partition and offset of the record. */
    public static final String FROM = "handrail-dead-letter-from";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final JdbcOutbox outbox;
    private final KafkaSettings kafka;
    private final Clock clock;
    private final MeterRegistry meters;

    public DeadLetters(JdbcOutbox outbox, KafkaSettings kafka, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.clock = clock;
        this.meters = meters;
    }

    /** Belongs to the caller's transaction. */
    public void setAside(ConsumerRecord<String, byte[]> record, UUID eventId, String group, String reason) {
        outbox.insert(List.of(new OutboxRow(
                kafka.deadLetterNameOf(kafka.topicOf(record.topic())),
                record.key(), eventId, typeOf(record), clock.instant(), record.value(),
                headers(record, group, reason))));
        meters.counter("handrail.events.dead", "topic", kafka.topicOf(record.topic()).suffix(), "reason", reason)
                .increment();
        log.error("Set aside record {} as a dead letter for {}: {}", placeOf(record), group, reason);
    }

    /** Belongs to the caller's transaction: the details of somebody erased may lie here as well. */
    public void forget(UUID clientId) {
        outbox.insert(List.of(new OutboxRow(kafka.deadLetterNameOf(Topic.CONTACTS), clientId.toString(),
                UUID.randomUUID(), EventType.CONTACT_CHANGED, clock.instant(), null, null)));
    }

    /** The event's own id, or one that follows from its place when it has none that can be read. */
    public static UUID idOf(ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        try {
            return UUID.fromString(id == null ? "" : text(id));
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(placeOf(record).getBytes(StandardCharsets.UTF_8));
        }
    }

    static String placeOf(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable EventType typeOf(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null ? null : EventType.byCode(text(type)).orElse(null);
    }

    /** Only the headers that are ours to know: others could carry anything. */
    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record, String group, String reason) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith("ce_") || header.key().equals("content-type")) {
                headers.put(header.key(), text(header).replace("\0", ""));
            }
        }
        headers.put(REASON, reason);
        headers.put(GROUP, group);
        headers.put(FROM, placeOf(record));
        return headers;
    }
}
