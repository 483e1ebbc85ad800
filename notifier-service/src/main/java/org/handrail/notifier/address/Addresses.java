package org.handrail.notifier.address;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.intake.AddressReadBack;

/** The states of addresses. Each call belongs to the caller's transaction and tells what it changed. */
public interface Addresses {

    /** Confirmed as heard by staff; a version older than the current one changes nothing. */
    void readBack(Collection<AddressReadBack> heard, Instant now);

    /** Confirmed by its owner's own hand, before or after the contact that it is about is known here. */
    void confirmedByOwner(UUID clientId, int addressVersion, HowGiven how, Instant at, Instant now);

    /** Nothing is sent to that address any more, until the client has another. */
    void suppress(Collection<Suppression> suppressions, Instant now);

    /** The state of addresses that are new to us, as far as something was heard of them already. */
    void introduce(Collection<NewAddress> addresses, Instant now);

    void forget(Collection<UUID> clientIds);

    /** @param reason a code, for instance {@code smtp-5.1.1} */
    record Suppression(UUID clientId, int addressVersion, String reason) {
    }

    record NewAddress(UUID clientId, int addressVersion) {
    }
}
