package org.handrail.standalone.bench.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handrail.contract.EventType;
import org.handrail.contract.Purpose;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.messaging.kafka.EventJson;
import org.handrail.messaging.kafka.EventRecords;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.standalone.bench.jdbc.ReachableClients.Person;

/** Reminders of appointments, told to Kafka as followup-service would. */
final class DueReminders implements AutoCloseable {

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

    void tell(List<Person> people, Instant due) {
        for (Person person : people) {
            EventType type = EventType.REMINDER_DUE;
            producer.send(records.toRecord(kafka.nameOf(type.topic()), person.id().toString(), UUID.randomUUID(), type,
                    clock.instant(), json.write(new ReminderDue(person.id(), UUID.randomUUID(), UUID.randomUUID(),
                            "bench", 1, "email", Purpose.APPOINTMENT_REMINDERS, "appointment-reminder",
                            person.appointment(), 1, due, due.plus(Duration.ofHours(6))))));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
