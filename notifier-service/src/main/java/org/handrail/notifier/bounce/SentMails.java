package org.handrail.notifier.bounce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/** The delivery ledger, as far as bounces go. Each call belongs to the caller's transaction. */
public interface SentMails {

    /** Empty for a delivery that is not there, or was never claimed. */
    Optional<Sent> find(UUID deliveryId);

    /** It came back: the ledger has it and others are told, once. */
    void bounced(UUID deliveryId, String reason, Instant at);

    /** Clients whose address that is now, whatever its case. */
    List<UUID> clientsAt(String address);

    /**
     * @param address in lower case; null when the client has another one by now, or is forgotten
     * @param wishId  the change of address that it was about, so that it went to another address than the client's;
     *                null: about none
     * @param asking  it asked an address whose owner nobody knows yet
     */
    record Sent(UUID deliveryId, UUID clientId, State state, int addressVersion, @Nullable String address,
            @Nullable UUID wishId, boolean asking) {

        boolean wasSent() {
            return state == State.SENT || state == State.UNKNOWN || state == State.SENDING || state == State.BOUNCED;
        }
    }
}
