package org.handrail.standalone.demo.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task of the staff's queue. */
public record TaskLine(
        UUID id, UUID clientId, String kind, String title, String reason, int priority, Instant dueAt, boolean onCall,
        int asked, String state, @Nullable String outcome, @Nullable String endedReason, Instant raisedAt) {

    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
