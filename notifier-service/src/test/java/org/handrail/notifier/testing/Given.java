package org.handrail.notifier.testing;

import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.ConsentRecorded;
import org.handrail.contract.intake.StopRequested;
import org.handrail.contract.reminders.ReminderDue;
import org.jspecify.annotations.Nullable;

/** Facts as they come in. */
public final class Given {

    private Given() {
    }

    public static ContactChanged contact(UUID client, int version, @Nullable String email, int addressVersion) {
        return new ContactChanged(client, version, false, "Robin", "Vale", email, addressVersion, "+12125550123",
                Language.EN, null, "main", List.of());
    }

    public static ContactChanged contact(UUID client) {
        return contact(client, 1, client + "@example.org", 1);
    }

    public static ConsentRecorded consent(UUID client, Purpose purpose, Instant at) {
        return new ConsentRecorded(client, UUID.randomUUID(), purpose, "web-form/3", Language.EN, HowGiven.WEB_FORM,
                "web", true, at, null);
    }

    public static StopRequested stop(UUID client, Instant at, Purpose... purposes) {
        return new StopRequested(client, UUID.randomUUID(), Set.copyOf(Arrays.asList(purposes)), HowGiven.SPOKEN,
                "staff-7", at);
    }

    public static AddressReadBack readBack(UUID client, int addressVersion) {
        return new AddressReadBack(client, addressVersion, "staff-7", NOW);
    }

    public static AppointmentChanged appointment(
            UUID client, UUID appointment, int version, AppointmentStatus status, Instant startsAt) {
        return new AppointmentChanged(client, appointment, version, AppointmentChanged.Change.BOOKED, status,
                AppointmentKind.THERAPY, LocalDateTime.ofInstant(startsAt, ZoneOffset.ofHours(-5)),
                "America/New_York", startsAt, "main", NOW.minus(Duration.ofDays(3)), NOW, null);
    }

    public static ReminderDue followUp(UUID client) {
        return reminder(client, Purpose.FOLLOW_UP, "inquiry-check-in", null, 0, NOW, NOW.plus(Duration.ofDays(2)));
    }

    public static ReminderDue receipt(UUID client) {
        return reminder(client, Purpose.RECEIPTS, "inquiry-receipt", null, 0, NOW, NOW.plus(Duration.ofHours(4)));
    }

    public static ReminderDue appointmentReminder(UUID client, UUID appointment, int version) {
        return reminder(client, Purpose.APPOINTMENT_REMINDERS, "appointment-reminder", appointment, version, NOW,
                NOW.plus(Duration.ofHours(20)));
    }

    public static ReminderDue reminder(UUID client, Purpose purpose, String template, @Nullable UUID appointment,
            int version, Instant dueAt, Instant deadline) {
        return new ReminderDue(client, UUID.randomUUID(), UUID.randomUUID(), "a-schedule", 1, "a-step", purpose,
                template, appointment, version, dueAt, deadline);
    }
}
