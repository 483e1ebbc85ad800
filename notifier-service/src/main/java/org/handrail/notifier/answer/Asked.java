package org.handrail.notifier.answer;

import java.util.UUID;

/**
 * What a mail asked a client about.
 *
 * @param version of the appointment, as the mail told it
 */
public record Asked(UUID clientId, UUID appointmentId, int version) {
}
