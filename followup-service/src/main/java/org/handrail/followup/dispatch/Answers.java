package org.handrail.followup.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.intake.AppointmentChanged;

/**
 * What was looked up for a batch.
 *
 * @param appointments of clients of whose steps something is asked
 * @param reached      when staff last spoke with those clients
 */
record Answers(Map<UUID, List<AppointmentChanged>> appointments, Map<UUID, Instant> reached) {
}
