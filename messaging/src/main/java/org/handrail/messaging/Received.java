package org.handrail.messaging;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.jspecify.annotations.Nullable;

/**
 * An event as a route gets it: new to this service, its record checked.
 *
 * @param id         the CloudEvents id, unique for the fact
 * @param event      null for a tombstone: forget this client
 * @param occurredAt the CloudEvents time
 */
public record Received(UUID id, EventType type, UUID clientId, @Nullable Event event, Instant occurredAt) {

    public boolean isTombstone() {
        return event == null;
    }

    /** For {@code choice().when(...)} in routes. */
    public boolean is(EventType expected) {
        return type == expected && event != null;
    }
}
