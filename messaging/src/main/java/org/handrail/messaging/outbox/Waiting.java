package org.handrail.messaging.outbox;

import java.util.List;

/** A row of the outbox: facts of one topic, which go together. */
record Waiting(long id, String topic, List<OutboxRow> facts) {
}
