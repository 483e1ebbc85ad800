package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

import java.util.Locale;
import org.handrail.contract.AppointmentStatus;
import org.handrail.notifier.delivery.Situation.Appointment;

/** Rules about the appointment, where the schedule has one. */
final class AppointmentRules {

    private AppointmentRules() {
    }

    /** Of the old time and the new one, only the new is ever reminded of. */
    static Decision versionCurrent(Situation situation) {
        if (situation.delivery().appointmentId() == null) {
            return GO;
        }
        Appointment known = situation.appointment();
        if (known == null || known.version() < situation.delivery().appointmentVersion()) {
            return Waiting.forNews(situation, "appointment-unknown");
        }
        return known.version() == situation.delivery().appointmentVersion()
                ? GO
                : new Decision.Withdraw("appointment-changed");
    }

    /** Then everything about it falls silent, follow-ups as well. */
    static Decision notEnteredInError(Situation situation) {
        Appointment known = situation.appointment();
        return known != null && known.status() == AppointmentStatus.ENTERED_IN_ERROR
                ? new Decision.Withdraw("appointment-entered-in-error")
                : GO;
    }

    static Decision booked(Situation situation) {
        Appointment known = situation.appointment();
        AppointmentStatus due = situation.delivery().isCancellation()
                ? AppointmentStatus.CANCELLED : AppointmentStatus.BOOKED;
        return !situation.delivery().isReminder() || known == null || known.status() == due
                ? GO
                : new Decision.Withdraw("appointment-" + known.status().name().toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    }

    static Decision notStarted(Situation situation) {
        Appointment known = situation.appointment();
        return !situation.delivery().isReminder() || known == null || situation.now().isBefore(known.startsAt())
                ? GO
                : new Decision.Skip("appointment-started");
    }
}
