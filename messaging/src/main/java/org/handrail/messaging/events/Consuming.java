package org.handrail.messaging.events;

import io.micrometer.core.instrument.MeterRegistry;
import org.handrail.messaging.deadletter.DeadLetters;
import org.handrail.messaging.inbox.Inbox;
import org.handrail.messaging.kafka.EventRecords;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.kafka.Topics;
import org.springframework.transaction.support.TransactionTemplate;

/** What consuming needs from the service it runs in. */
public record Consuming(
        KafkaSettings kafka,
        Topics topics,
        EventRecords records,
        Inbox inbox,
        DeadLetters deadLetters,
        Sifting sifting,
        TransactionTemplate transaction,
        MeterRegistry meters) {
}
