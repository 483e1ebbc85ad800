package org.handrail.messaging.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.messaging.Received;
import org.jspecify.annotations.Nullable;

/** Facts as Kafka records and back: CloudEvents 1.0, binary mode, key = subject = client id. */
public final class EventRecords {

    private final EventJson json;
    private final URI source;

    /** @param service name of the sending service; CloudEvents {@code source} is {@code /handrail/<service>} */
    public EventRecords(EventJson json, String service) {
        this.json = json;
        this.source = URI.create("/handrail/" + service);
    }

    public ProducerRecord<String, byte[]> toRecord(
            String topic, String key, UUID id, EventType type, Instant occurredAt, byte @Nullable [] payload) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(source)
                .withType(type.code())
                .withSubject(key)
                .withTime(OffsetDateTime.ofInstant(occurredAt, ZoneOffset.UTC));
        if (payload != null) {
            event.withDataSchema(URI.create(type.schemaId())).withDataContentType("application/json").withData(payload);
        }
        return KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(event.build());
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
