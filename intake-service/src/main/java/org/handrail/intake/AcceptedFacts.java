package org.handrail.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.messaging.Outbox;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts the facts that were accepted, by type, once they are committed. */
final class AcceptedFacts implements Outbox {

    private final Outbox outbox;
    private final MeterRegistry meters;

    AcceptedFacts(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
    }

    @Override
    public void publish(Event event, Instant occurredAt) {
        publishAll(List.of(event), occurredAt);
    }

    @Override
    public void publishAll(Collection<? extends Event> events, Instant occurredAt) {
        outbox.publishAll(events, occurredAt);
        List<String> types = events.stream().map(event -> EventType.of(event).code()).toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                types.forEach(type -> meters.counter("handrail.intake.accepted", "type", type).increment());
            }
        });
    }

    @Override
    public void forget(UUID clientId, Instant occurredAt) {
        outbox.forget(clientId, occurredAt);
    }
}
