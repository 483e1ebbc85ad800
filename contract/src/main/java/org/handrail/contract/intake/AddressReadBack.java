package org.handrail.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;

/**
 * A client heard their email address read back by staff and said that it is right.
 *
 * @param addressVersion which address: {@code ContactChanged.addressVersion}
 * @param recordedBy     the source or the staff member's account id; a code, not a name
 */
public record AddressReadBack(UUID clientId, int addressVersion, String recordedBy, Instant occurredAt)
        implements Event {

    public AddressReadBack {
        Checks.positive("addressVersion", addressVersion);
        Checks.code("recordedBy", recordedBy);
    }
}
