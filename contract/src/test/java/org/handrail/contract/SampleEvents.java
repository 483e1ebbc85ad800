package org.handrail.contract;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.AppointmentAnswered;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.ClientDischarged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.contract.reminders.ResendAsked;
import org.jspecify.annotations.Nullable;

/** Events of every type: one with everything told, and one with nothing that may be left out. */
final class SampleEvents {

    private static final UUID CLIENT = id(1);
    private static final Instant AT = Instant.parse("2026-11-01T05:30:00Z");
    private static final Instant LATER = Instant.parse("2026-11-03T14:00:00.123456Z");

    private SampleEvents() {
    }

    static List<Event> of(EventType type) {
        return switch (type) {
            case INQUIRY_RECEIVED -> List.of(
                    inquiry(List.of(id(3), id(4))),
                    inquiry(List.of()));
            case CALL_ENDED -> List.of(new CallEnded(CLIENT, id(2), AT, false, true, "no-answer", "main"));
            case APPOINTMENT_CHANGED -> List.of(
                    appointment(AppointmentChanged.Change.CANCELLED, AppointmentChanged.CancelledBy.CLIENT),
                    appointment(AppointmentChanged.Change.MOVED, null));
            case CLIENT_ADMITTED -> List.of(new ClientAdmitted(CLIENT, id(2), AT, "main"));
            case CLIENT_DISCHARGED -> List.of(new ClientDischarged(CLIENT, id(2), AT, true, "main"));
            case CONSENT_RECORDED -> List.of(consent(LATER), consent(null));
            case ADDRESS_READ_BACK -> List.of(new AddressReadBack(CLIENT, 2, "ehr", AT));
            case STOP_REQUESTED -> List.of(new StopRequested(
                    CLIENT, id(2), Set.of(Purpose.values()), HowGiven.SPOKEN, "staff:7", AT));
            case CONTACT_CHANGED -> List.of(
                    new ContactChanged(CLIENT, 2, false, "Robin", "Ortega", "robin@example.org", 1, "+18005551212",
                            Language.ES, "America/Denver", "main", List.of("Please call in the evening.\nThanks")),
                    new ContactChanged(CLIENT, 1, true, null, null, null, 0, null, Language.EN, null, "main",
                            List.of()));
            case PREFERENCE_CHANGED -> List.of(preference(LATER), preference(null));
            case ADDRESS_STATE_CHANGED -> List.of(new AddressStateChanged(
                    CLIENT, 1, AddressStateChanged.State.SUPPRESSED, "smtp-5.1.1", AT));
            case APPOINTMENT_ANSWERED -> List.of(
                    new AppointmentAnswered(CLIENT, id(2), id(3), 2, AppointmentAnswered.Answer.UNDONE, id(4), AT),
                    new AppointmentAnswered(CLIENT, id(2), id(3), 2, AppointmentAnswered.Answer.MOVE_ASKED, null, AT));
            case REMINDER_DUE -> List.of(reminder(id(5), 3), reminder(null, 0));
            case REMINDERS_WITHDRAWN -> List.of(
                    new RemindersWithdrawn(CLIENT, id(2), "appointment-cancelled", AT));
            case RESEND_ASKED -> List.of(new ResendAsked(CLIENT, id(2), id(3), id(4).toString(), AT));
            case DELIVERY_CHANGED -> Stream.of(new DeliveryChanged(CLIENT, id(2), id(3), "day-before",
                            Purpose.APPOINTMENT_REMINDERS, DeliveryChanged.State.SENT, "accepted", AT))
                    .<Event>flatMap(sent -> Stream.of(sent.madeFrom(3), sent)).toList();
            case REPLY_RECEIVED -> List.of(new ReplyReceived(CLIENT, id(2), id(3), true, AT),
                    new ReplyReceived(CLIENT, id(2), null, false, AT));
        };
    }

    private static InquiryReceived inquiry(List<UUID> matches) {
        return new InquiryReceived(CLIENT, id(2), AT, InquiryReceived.Relationship.SELF, ContactMeans.PHONE, true,
                "main", matches, matches.isEmpty() ? null : "receipt-source-limit");
    }

    private static AppointmentChanged appointment(
            AppointmentChanged.Change change, AppointmentChanged.@Nullable CancelledBy by) {
        AppointmentStatus status = by == null ? AppointmentStatus.BOOKED : AppointmentStatus.CANCELLED;
        return new AppointmentChanged(CLIENT, id(2), 2, change, status, AppointmentKind.DETOX_ADMISSION,
                LocalDateTime.parse("2026-11-03T09:00"), "America/New_York", LATER, "main", AT, AT, by);
    }

    private static ConsentRecorded consent(@Nullable Instant expiresAt) {
        return new ConsentRecorded(CLIENT, id(2), Purpose.FOLLOW_UP, "web-form/3", Language.EN, HowGiven.WEB_FORM,
                "form", true, AT, expiresAt, expiresAt == null ? ExpiryEvent.DISCHARGED : null);
    }

    private static PreferenceChanged preference(@Nullable Instant expiresAt) {
        return new PreferenceChanged(CLIENT, 7L, Purpose.RECEIPTS, PreferenceChanged.State.IN_FORCE, HowGiven.STAFF,
                AT, expiresAt);
    }

    private static ReminderDue reminder(@Nullable UUID appointmentId, int version) {
        return new ReminderDue(CLIENT, id(2), id(3), "therapy-appointment", 1, "day-before",
                Purpose.APPOINTMENT_REMINDERS, "appointment-reminder", appointmentId, version, AT, LATER);
    }

    private static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
