package org.handrail.notifier.bounce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came back and is to be remembered. Each call belongs to the caller's transaction. */
public interface Returns {

    /** @return false if a message of this digest was taken before; then nothing is to be done */
    boolean enter(String digest, Instant at);

    void keepSoftBounce(SentMails.Sent sent, Instant at);

    SoftHistory softHistory(UUID clientId, int addressVersion);

    /** @return false if the client is not known any more; then nothing is kept */
    boolean keepReply(Reply reply);

    /** Newest first, at most fifty. */
    List<Reply> repliesOf(UUID clientId);

    /** @param arrived mails to that address which did not come back within a day */
    record SoftHistory(List<Instant> bounces, List<Instant> arrived) {
    }

    record Reply(UUID id, UUID clientId, @Nullable UUID deliveryId, boolean urgent, String text, Instant at) {
    }
}
