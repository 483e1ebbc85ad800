package org.handrail.notifier.delivery;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.notifier.newaddress.AddressMails;
import org.jspecify.annotations.Nullable;

/**
 * A reminder in the ledger.
 *
 * @param id       the reminder's id
 * @param attempts made so far, none of which the server took
 */
public record Delivery(
        UUID id, UUID clientId, UUID enrolmentId, String stepKey, Purpose purpose, String template,
        @Nullable UUID appointmentId, int appointmentVersion, Instant dueAt, Instant deadline, int attempts) {

    /** Confirmations answer a booking just made, by this ending of their template's key. */
    static final String CONFIRMATION = "-confirmation";

    /** Takes the calendar entry of an appointment off again. */
    public static final String CANCELLATION = "appointment-cancelled";

    /**
     * Whether it counts as the client's one automated email of a day. Receipts and confirmations do not: they answer
     * what somebody did a moment ago, so they neither wait for the cap nor use it up.
     */
    public boolean isCapped() {
        return purpose != Purpose.RECEIPTS && !template.endsWith(CONFIRMATION) && !isCancellation();
    }

    /** Of an appointment that is cancelled; anything else about it would be wrong by then. */
    public boolean isCancellation() {
        return template.equals(CANCELLATION);
    }

    /** To an address that is not the client's, or no longer. */
    public boolean isOfAddressChange() {
        return template.equals(AddressMails.ASKING) || template.equals(AddressMails.MOVED);
    }

    /** An answer that somebody is waiting for, at whatever hour. */
    boolean isReceipt() {
        return purpose == Purpose.RECEIPTS;
    }

    public boolean isReminder() {
        return purpose == Purpose.APPOINTMENT_REMINDERS;
    }
}
