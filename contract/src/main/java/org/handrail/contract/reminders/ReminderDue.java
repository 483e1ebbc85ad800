package org.handrail.contract.reminders;

import java.time.Instant;
import java.util.UUID;
import org.handrail.contract.Checks;
import org.handrail.contract.Event;
import org.handrail.contract.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A step's time has come and an email is to go, if the notifier's last look agrees.
 *
 * @param reminderId         the same for the same enrolment, step and appointment version, however often it is told
 * @param template           a template's key, without language
 * @param appointmentId      null when the schedule's anchor is not an appointment
 * @param appointmentVersion the version that the step was worked out from, 0 without an appointment
 * @param dueAt              when it should go
 * @param deadline           after it nothing goes; not after the appointment's start
 */
public record ReminderDue(
        UUID clientId,
        UUID reminderId,
        UUID enrolmentId,
        String scheduleId,
        int scheduleVersion,
        String stepKey,
        Purpose purpose,
        String template,
        @Nullable UUID appointmentId,
        int appointmentVersion,
        Instant dueAt,
        Instant deadline) implements Event {

    public ReminderDue {
        Checks.code("scheduleId", scheduleId);
        Checks.code("stepKey", stepKey);
        Checks.code("template", template);
        if (deadline.isBefore(dueAt)) {
            throw new IllegalArgumentException("deadline must not be before dueAt");
        }
        if ((appointmentId == null) != (appointmentVersion == 0)) {
            throw new IllegalArgumentException("appointmentId and appointmentVersion go together");
        }
    }
}
