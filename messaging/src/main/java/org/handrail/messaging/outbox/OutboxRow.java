package org.handrail.messaging.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A record to be published.
 *
 * @param topic   full topic name
 * @param payload null: a tombstone
 * @param headers null for a fact, whose headers follow from the rest; the headers as they are for a dead letter
 */
public record OutboxRow(
        String topic,
        @Nullable String key,
        UUID eventId,
        @Nullable EventType type,
        Instant occurredAt,
        byte @Nullable [] payload,
        @Nullable Map<String, String> headers) {
}
