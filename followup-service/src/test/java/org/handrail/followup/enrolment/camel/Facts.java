package org.handrail.followup.enrolment.camel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;

/** Facts about one client, in few words. */
public record Facts(UUID client) {

    public static final ZoneId SITE = FollowupStory.NEW_YORK;

    public static Facts ofSomebody() {
        return new Facts(UUID.randomUUID());
    }

    public static Instant at(String newYork) {
        return LocalDateTime.parse(newYork).atZone(SITE).toInstant();
    }

    public ContactChanged contact() {
        return contact(1, null, "someone@example.org");
    }

    public ContactChanged contact(int version, String zone, String email) {
        return new ContactChanged(client, version, false, "Sam", "Doe", email, email == null ? 0 : 1, "+12125550123",
                Language.EN, zone, "main", List.of());
    }

    /** Contact, confirmed address and every preference. */
    public Event[] consented() {
        return new Event[] {contact(), preference(Purpose.RECEIPTS), preference(Purpose.FOLLOW_UP),
            preference(Purpose.APPOINTMENT_REMINDERS), address(AddressStateChanged.State.CONFIRMED)};
    }

    public PreferenceChanged preference(Purpose purpose) {
        return preference(1, purpose, PreferenceChanged.State.IN_FORCE);
    }

    public PreferenceChanged preference(long version, Purpose purpose, PreferenceChanged.State state) {
        return new PreferenceChanged(client, version, purpose, state, HowGiven.WEB_FORM, Instant.EPOCH, null);
    }

    public AddressStateChanged address(AddressStateChanged.State state) {
        return new AddressStateChanged(client, 1, state, "test", Instant.EPOCH);
    }

    public InquiryReceived inquiry(Instant at) {
        return inquiry(at, Relationship.SELF, false, List.of());
    }

    public InquiryReceived inquiry(Instant at, Relationship relationship, boolean crisis, List<UUID> matches) {
        return new InquiryReceived(client, UUID.randomUUID(), at, relationship, ContactMeans.PHONE, crisis, "main",
                matches);
    }

    public CallEnded missedCall(Instant at) {
        return new CallEnded(client, UUID.randomUUID(), at, false, true, "no-answer", "main");
    }

    public CallEnded withheldCall(Instant at) {
        return new CallEnded(client, UUID.randomUUID(), at, false, false, "no-answer", "main");
    }

    public CallEnded answeredCall(Instant at) {
        return new CallEnded(client, UUID.randomUUID(), at, true, true, "completed", "main");
    }

    public ClientAdmitted admitted(Instant at) {
        return new ClientAdmitted(client, UUID.randomUUID(), at, "main");
    }

    public ClientDischarged discharged(Instant at, boolean againstAdvice) {
        return new ClientDischarged(client, UUID.randomUUID(), at, againstAdvice, "main");
    }

    public StopRequested stop(Instant at) {
        return new StopRequested(client, UUID.randomUUID(), Set.of(Purpose.values()), HowGiven.LINK_PAGE, "link", at);
    }

    public Visit books(AppointmentKind kind, String startsAt, Instant bookedAt) {
        return new Visit(new AppointmentChanged(client, UUID.randomUUID(), 1, Change.BOOKED, AppointmentStatus.BOOKED,
                kind, LocalDateTime.parse(startsAt), SITE.getId(), at(startsAt), "main", bookedAt, bookedAt, null));
    }

    public static DeliveryChanged delivery(ReminderDue reminder, DeliveryChanged.State state, String reason, Instant at) {
        return new DeliveryChanged(reminder.clientId(), reminder.reminderId(), reminder.enrolmentId(),
                reminder.stepKey(), reminder.purpose(), state, reason, at);
    }

    /** An appointment and what becomes of it; each answer is its next version. */
    public record Visit(AppointmentChanged now) {

        public Visit moved(String startsAt, Instant when) {
            return next(Change.MOVED, AppointmentStatus.BOOKED, startsAt, when);
        }

        public Visit cancelled(Instant when) {
            return next(Change.CANCELLED, AppointmentStatus.CANCELLED, when);
        }

        public Visit rebooked(String startsAt, Instant when) {
            return next(Change.REBOOKED, AppointmentStatus.BOOKED, startsAt, when);
        }

        public Visit enteredInError(Instant when) {
            return next(Change.ENTERED_IN_ERROR, AppointmentStatus.ENTERED_IN_ERROR, when);
        }

        public Visit arrived(Instant when) {
            return next(Change.ARRIVED, AppointmentStatus.ARRIVED, when);
        }

        public Visit noShow(Instant when) {
            return next(Change.NO_SHOW, AppointmentStatus.NO_SHOW, when);
        }

        private Visit next(Change change, AppointmentStatus status, Instant when) {
            return next(change, status, now.startsAtLocal().toString(), when);
        }

        private Visit next(Change change, AppointmentStatus status, String startsAt, Instant when) {
            return new Visit(new AppointmentChanged(now.clientId(), now.appointmentId(), now.version() + 1, change,
                    status, now.kind(), LocalDateTime.parse(startsAt), now.zone(), at(startsAt), now.siteId(),
                    now.bookedAt(), when, null));
        }

        public Duration untilStart(Instant from) {
            return Duration.between(from, now.startsAt());
        }
    }
}
