package org.handrail.contract.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;

/**
 * A client said stop. The same command went straight to notifier-service before it was answered; this is the fact
 * that reaches everybody else, and the second way in should the direct one have failed.
 *
 * @param stopId     identifies the act; the same one is entered once
 * @param purposes   what must stop; never empty
 * @param recordedBy who heard it: the source or the staff member's account id; a code, not a name
 */
public record StopRequested(
        UUID clientId, UUID stopId, Set<Purpose> purposes, HowGiven how, String recordedBy, Instant occurredAt)
        implements Event {

    public StopRequested {
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("purposes must name at least one");
        }
        purposes = Set.copyOf(purposes);
        Checks.code("recordedBy", recordedBy);
    }
}
