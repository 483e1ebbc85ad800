package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.handrail.contract.AppointmentStatus;
import org.handrail.notifier.delivery.Situation.Appointment;

/** Rules about the appointment, where the schedule has one. */
final class AppointmentRules {

    private static final Set<AppointmentStatus> BOOKED = EnumSet.of(AppointmentStatus.BOOKED);
    private static final Set<AppointmentStatus> OFF =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTERED_IN_ERROR);

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

    /** Then everything about it falls silent, follow-ups as well; all but what takes it off a calendar again. */
    static Decision notEnteredInError(Situation situation) {
        Appointment known = situation.appointment();
        return known != null && known.status() == AppointmentStatus.ENTERED_IN_ERROR
                && !situation.delivery().isCancellation()
                ? new Decision.Withdraw("appointment-entered-in-error")
                : GO;
    }

    static Decision booked(Situation situation) {
        Appointment known = situation.appointment();
        Set<AppointmentStatus> due = situation.delivery().isCancellation() ? OFF : BOOKED;
        return !situation.delivery().isReminder() || known == null || due.contains(known.status())
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
