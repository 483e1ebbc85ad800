package org.handrail.followup.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.messaging.Outbox;

/** What would have left for Kafka, until somebody takes it. */
final class MemoryOutbox implements Outbox {

    private final List<Event> published = new ArrayList<>();

    @Override
    public void publish(Event event, Instant occurredAt) {
        published.add(event);
    }

    @Override
    public void publishAll(Collection<? extends Event> events, Instant occurredAt) {
        published.addAll(events);
    }

    @Override
    public void forget(UUID clientId, Instant occurredAt) {
        throw new UnsupportedOperationException("follow-up forgets nobody by itself");
    }

    List<Event> take() {
        List<Event> taken = List.copyOf(published);
        published.clear();
        return taken;
    }
}
