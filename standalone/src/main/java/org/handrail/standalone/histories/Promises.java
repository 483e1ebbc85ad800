package org.handrail.standalone.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Event;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.jspecify.annotations.Nullable;

/** What must never happen, whatever any model says. */
final class Promises {

    private record Reminded(UUID appointment, String step, Instant start) {
    }

    private final Map<UUID, AppointmentChanged> appointments = new HashMap<>();
    private final Map<Purpose, Instant> stops = new HashMap<>();
    private final Map<Purpose, Instant> consents = new HashMap<>();
    private final Set<UUID> reminders = new HashSet<>();
    private final Map<UUID, Reminded> mailed = new HashMap<>();
    private final Map<Reminded, Instant> reminded = new HashMap<>();
    private final Map<UUID, Instant> heardOf = new HashMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private int contactVersion;
    private ZoneId zone = HistoryMaker.SITE;

    void told(Event fact, Instant now) {
        if (fact instanceof AppointmentChanged appointment) {
            AppointmentChanged before = appointments.get(appointment.appointmentId());
            if (before == null || before.version() < appointment.version()) {
                heardOf.put(appointment.appointmentId(), now);
            }
            appointments.merge(appointment.appointmentId(), appointment,
                    (one, other) -> one.version() >= other.version() ? one : other);
        } else if (fact instanceof StopRequested stop) {
            stop.purposes().forEach(purpose -> latest(stops, purpose, stop.occurredAt()));
        } else if (fact instanceof PreferenceChanged preference) {
            latest(preference.state() == PreferenceChanged.State.IN_FORCE ? consents : stops, preference.purpose(),
                    preference.since());
        } else if (fact instanceof ContactChanged contact) {
            contact(contact);
        } else if (fact instanceof DeliveryChanged delivery && mailed.containsKey(delivery.reminderId())) {
            reminded.putIfAbsent(mailed.get(delivery.reminderId()), now);
        }
    }

    private void contact(ContactChanged contact) {
        if (contact.version() > contactVersion) {
            contactVersion = contact.version();
            zone = contact.zone() == null ? HistoryMaker.SITE : ZoneId.of(contact.zone());
        }
    }

    private static void latest(Map<Purpose, Instant> of, Purpose purpose, Instant at) {
        of.merge(purpose, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** @return the promise that this mail breaks; null: none */
    @Nullable String mailed(ReminderDue mail, Instant now) {
        Instant consent = consents.get(mail.purpose());
        Instant stop = stops.get(mail.purpose());
        if (consent == null || stop != null && !consent.isAfter(stop)) {
            return "Mail without consent, or after a stop: " + mail;
        }
        if (!reminders.add(mail.reminderId())) {
            return "The same reminder twice: " + mail;
        }
        if (mail.appointmentId() != null) {
            AppointmentChanged about = appointments.get(mail.appointmentId());
            if (about.version() != mail.appointmentVersion() || about.status() != AppointmentStatus.BOOKED) {
                return "Mail about what is no longer so: " + mail;
            }
            if (!about.startsAt().isAfter(now)) {
                return "Mail after the start: " + mail;
            }
            Reminded reminder = new Reminded(about.appointmentId(), mail.stepKey(), about.startsAt());
            mailed.put(mail.reminderId(), reminder);
            // whether an earlier one went has to be known when this one is planned
            boolean twice = reminded.containsKey(reminder)
                    && !reminded.get(reminder).isAfter(heardOf.get(about.appointmentId()));
            if (!isAnswer(mail) && twice) {
                return "The same reminder of the same time twice: " + mail;
            }
        }
        boolean first = isAnswer(mail) || days.add(now.atZone(zone).toLocalDate());
        return first ? null : "A second mail on one day: " + mail;
    }

    /** To what somebody did a moment ago. */
    private static boolean isAnswer(ReminderDue mail) {
        return mail.purpose() == Purpose.RECEIPTS || mail.template().endsWith("-confirmation");
    }
}
