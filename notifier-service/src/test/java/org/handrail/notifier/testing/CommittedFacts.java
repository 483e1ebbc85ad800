package org.handrail.notifier.testing;

import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handrail.contract.Event;
import org.handrail.messaging.Outbox;
import org.springframework.transaction.support.TransactionSynchronization;

/** An outbox that keeps what was committed, and nothing of what was not. */
public final class CommittedFacts implements Outbox {

    private final List<Event> committed = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Event event, Instant occurredAt) {
        publishAll(List.of(event), occurredAt);
    }

    @Override
    public void publishAll(Collection<? extends Event> events, Instant occurredAt) {
        if (!isActualTransactionActive()) {
            throw new IllegalStateException("no transaction");
        }
        List<Event> kept = List.copyOf(events);
        if (kept.isEmpty()) {
            return;
        }
        registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.addAll(kept);
            }
        });
    }

    @Override
    public void forget(UUID clientId, Instant occurredAt) {
        throw new UnsupportedOperationException("the notifier forgets nobody");
    }

    public <E extends Event> List<E> of(Class<E> kind) {
        return committed.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
