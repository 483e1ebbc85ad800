package org.handrail.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.handrail.contract.Event;

/**
 * Where a service leaves the facts it wants known. Each call belongs to the caller's transaction and throws
 * {@link IllegalStateException} without one; the relay publishes after the commit, at least once, in order a client.
 * Kafka being away delays facts and loses none.
 */
public interface Outbox {

    /** @param occurredAt when the fact came to be, in the source's time: the CloudEvents {@code time} attribute */
    void publish(Event event, Instant occurredAt);

    /** As {@link #publish}, for many at once with one round trip. */
    void publishAll(Collection<? extends Event> events, Instant occurredAt);

    /** A tombstone for a client on the contacts topic: consumers forget the details, compaction erases them. */
    void forget(UUID clientId, Instant occurredAt);
}
