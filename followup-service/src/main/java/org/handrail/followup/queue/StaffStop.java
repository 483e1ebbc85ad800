package org.handrail.followup.queue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.StopRequested;
import org.jspecify.annotations.Nullable;

/**
 * A stop that a client said to staff.
 *
 * @param taskId       the task during which it was said
 * @param note         of whoever heard it, for the task
 * @param inForceSince as the ledger of consents answered; null: not yet
 */
public record StaffStop(
        UUID stopId, UUID clientId, UUID taskId, UUID recordedBy, @Nullable String note, Instant heardAt,
        @Nullable Instant inForceSince) {

    /** Whatever email is for: "stop" names no purpose. */
    public StopRequested asEvent() {
        return new StopRequested(
                clientId, stopId, EnumSet.allOf(Purpose.class), HowGiven.STAFF, recordedBy.toString(), heardAt);
    }

    @Override
    public String toString() {
        return "StaffStop[stopId=" + stopId + "]";
    }
}
