package org.handrail.followup.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a client wrote back to mails. It stays with notifier-service and is fetched for one look. */
public interface ClientReplies {

    /** Newest first; empty when notifier-service does not answer. */
    Optional<List<Reply>> of(UUID clientId);

    record Reply(Instant at, boolean urgent, String text) {
    }
}
