package org.handrail.standalone.demo.ledger;

import java.time.Instant;
import java.util.UUID;

/** A row of the delivery ledger. */
public record DeliveryLine(
        UUID id, UUID clientId, UUID enrolmentId, String scheduleId, String stepKey, String purpose, String template,
        int appointmentVersion, Instant dueAt, Instant deadline, String state, String reason, Instant changedAt) {
}
