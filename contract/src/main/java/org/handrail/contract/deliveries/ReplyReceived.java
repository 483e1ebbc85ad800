package org.handrail.contract.deliveries;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * A client answered a mail. What they wrote stays with notifier-service, where staff read it by this id.
 *
 * @param deliveryId the reminder that they answered; null when only their address tells who they are
 * @param urgent     it holds words after which somebody is told at once
 */
public record ReplyReceived(UUID clientId, UUID replyId, @Nullable UUID deliveryId, boolean urgent, Instant at)
        implements Event {
}
