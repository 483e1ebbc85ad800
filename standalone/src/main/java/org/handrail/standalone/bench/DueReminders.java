package org.handrail.standalone.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.messaging.kafka.EventJson;
import org.handrail.messaging.kafka.EventRecords;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.standalone.process.Midday;

/** Clients who may be written to, and reminders due to them now, told to Kafka as the other services would. */
final class DueReminders implements AutoCloseable {

    private static final String SITE = "main";

    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final EventJson json = new EventJson();
    private final EventRecords records = new EventRecords(json, "bench");
    private final Clock clock;

    DueReminders(String bootstrap, Clock clock) {
        this.kafka = new KafkaSettings(bootstrap, "handrail.", (short) 1, Map.of());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 5, "compression.type", "lz4"),
                new StringSerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    static List<UUID> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
    }

    /** Contact, consent and an address read back for each: three facts. */
    void introduce(List<UUID> clients) {
        Instant now = clock.instant();
        List<Event> events = new ArrayList<>();
        for (UUID client : clients) {
            events.add(new ContactChanged(client, 1, false, "Robin", "Example", client + "@example.net", 1, null,
                    Language.EN, Midday.zone(now), SITE, List.of()));
            events.add(new ConsentRecorded(client, UUID.randomUUID(), Purpose.FOLLOW_UP, "bench/1", Language.EN,
                    HowGiven.SPOKEN, "bench", true, now.minusSeconds(60), null));
            events.add(new AddressReadBack(client, 1, "bench", now.minusSeconds(50)));
        }
        send(events);
    }

    void fallDue(List<UUID> clients) {
        Instant now = clock.instant();
        send(clients.stream().map(client -> (Event) new ReminderDue(client, UUID.randomUUID(), UUID.randomUUID(),
                "bench", 1, "email", Purpose.FOLLOW_UP, "follow-up-check-in", null, 0, now,
                now.plus(Duration.ofHours(6)))).toList());
    }

    private void send(List<Event> events) {
        for (Event event : events) {
            EventType type = EventType.of(event);
            producer.send(records.toRecord(kafka.nameOf(type.topic()), event.clientId().toString(), UUID.randomUUID(),
                    type, clock.instant(), json.write(event)));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
