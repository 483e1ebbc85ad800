package org.handrail.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.messaging.Outbox;

/** Keeps what was published, in order. */
public final class RecordingOutbox implements Outbox {

    private final List<Event> published = new ArrayList<>();

    @Override
    public synchronized void publish(Event event, Instant occurredAt) {
        published.add(event);
    }

    @Override
    public synchronized void publishAll(Collection<? extends Event> events, Instant occurredAt) {
        published.addAll(events);
    }

    @Override
    public void forget(UUID clientId, Instant occurredAt) {
        throw new UnsupportedOperationException("follow-up forgets nobody by itself");
    }

    public synchronized <E extends Event> List<E> published(Class<E> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
