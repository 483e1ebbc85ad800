package org.handrail.intake.call;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The calls known and the deliveries that told of them; every call belongs to the caller's transaction. */
public interface Calls {

    /** A call as it is kept. */
    record Known(UUID id, UUID clientId, boolean answered) {
    }

    /** @return false when the delivery was taken before */
    boolean enterDelivery(String provider, String deliveryKey, Instant now);

    /** Until the end of the transaction nobody else works on this call. */
    Optional<Known> lock(String provider, String callId);

    void save(Known call, CallReport report);

    int removeDeliveriesOlderThan(Instant limit);
}
