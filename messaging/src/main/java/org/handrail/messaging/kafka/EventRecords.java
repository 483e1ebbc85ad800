package org.handrail.messaging.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.messaging.Received;
import org.jspecify.annotations.Nullable;

/** Facts as Kafka records and back: CloudEvents 1.0, binary mode, key = subject = client id. */
public final class EventRecords {

    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private final EventJson json;
    private final byte[] source;

    /** @param service name of the sending service; CloudEvents {@code source} is {@code /handrail/<service>} */
    public EventRecords(EventJson json, String service) {
        this.json = json;
        this.source = bytes("/handrail/" + service);
    }

    /** Written by hand rather than by CloudEvents' own writer, which costs as much as all else that the relay does. */
    public ProducerRecord<String, byte[]> toRecord(
            String topic, String key, UUID id, EventType type, Instant occurredAt, byte @Nullable [] payload) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, payload);
        Headers headers = record.headers()
                .add("ce_specversion", VERSION)
                .add("ce_id", bytes(id.toString()))
                .add("ce_source", source)
                .add("ce_type", bytes(type.code()))
                .add("ce_subject", bytes(key))
                .add("ce_time", bytes(occurredAt.toString()));
        if (payload != null) {
            headers.add("ce_dataschema", bytes(type.schemaId())).add("content-type", JSON);
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws UnreadableRecord when it is no event of ours */
    public Received fromRecord(ConsumerRecord<String, byte[]> record) {
        CloudEvent cloudEvent = cloudEvent(record);
        EventType type = EventType.byCode(cloudEvent.getType())
                .orElseThrow(() -> new UnreadableRecord("type-unknown"));
        if (cloudEvent.getTime() == null) {
            throw new UnreadableRecord("time-missing");
        }
        UUID clientId = uuid("key-not-a-client-id", record.key());
        Event event = record.value() == null ? tombstone(type) : json.read(type, record.value());
        if (event != null && !event.clientId().equals(clientId)) {
            throw new UnreadableRecord("key-of-another-client");
        }
        return new Received(
                uuid("id-not-a-uuid", cloudEvent.getId()), type, clientId, event, cloudEvent.getTime().toInstant());
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            MessageReader reader = KafkaMessageFactory.createReader(record.headers(), record.value());
            return reader.toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new UnreadableRecord("not-a-cloud-event");
        }
    }

    private static @Nullable Event tombstone(EventType type) {
        if (type != EventType.CONTACT_CHANGED) {
            throw new UnreadableRecord("payload-missing");
        }
        return null;
    }

    private static UUID uuid(String reason, @Nullable String value) {
        try {
            return UUID.fromString(value == null ? "" : value);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord(reason);
        }
    }
}
