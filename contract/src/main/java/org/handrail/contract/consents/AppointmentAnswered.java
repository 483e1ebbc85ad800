package org.handrail.contract.consents;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * A client answered a mail about an appointment by its link. An ask changes nothing by itself: staff do that with the
 * person. Whoever changes their mind takes the former answer back and gives another, in this order.
 *
 * @param answerId           identifies the act
 * @param appointmentVersion the version that the mail was about, current when the answer was given
 * @param undoes             the answer that is taken back; set if and only if {@code answer} is UNDONE
 */
public record AppointmentAnswered(
        UUID clientId, UUID answerId, UUID appointmentId, int appointmentVersion, Answer answer, @Nullable UUID undoes,
        Instant at) implements Event {

    public enum Answer { CONFIRMED, MOVE_ASKED, CANCEL_ASKED, UNDONE }

    public AppointmentAnswered {
        Checks.positive("appointmentVersion", appointmentVersion);
        if ((undoes != null) != (answer == Answer.UNDONE)) {
            throw new IllegalArgumentException("undoes belongs to UNDONE alone");
        }
    }
}
