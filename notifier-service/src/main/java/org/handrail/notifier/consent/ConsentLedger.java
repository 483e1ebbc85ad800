package org.handrail.notifier.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;

/** Every consent and stop ever taken, and the state that follows from them. */
public interface ConsentLedger {

    /** Enters consents and stops, idempotent by their ids, and tells what changed; in the caller's transaction. */
    void enter(Collection<ConsentRecorded> consents, Collection<StopRequested> stops);

    /** Discharges end the consents that were given until then; idempotent, in the caller's transaction. */
    void discharged(Collection<ClientDischarged> discharges);

    /** Marks the consents whose time is over and tells so; what they allowed had ended by the clock already. */
    void expire();

    /** When that stop was entered, which is since when it is in force. */
    Instant stoppedSince(UUID clientId, UUID stopId);
}
