package org.handrail.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.delivery.Situation.AddressChange;
import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.newaddress.AddressMails;
import org.jspecify.annotations.Nullable;

/** A situation in which everything speaks for sending, and what may be wrong with it. */
record Circumstances(Situation situation) {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** A Tuesday, 10:00 in New York. */
    static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    static Circumstances reminder() {
        return of(Purpose.APPOINTMENT_REMINDERS, "appointment-reminder", UUID.randomUUID())
                .appointment(3, AppointmentStatus.BOOKED, NOW.plus(Duration.ofHours(30)));
    }

    static Circumstances followUp() {
        return of(Purpose.FOLLOW_UP, "inquiry-check-in", null);
    }

    static Circumstances receipt() {
        return of(Purpose.RECEIPTS, "inquiry-receipt", null);
    }

    static Circumstances of(Purpose purpose, String template, @Nullable UUID appointment) {
        Delivery delivery = new Delivery(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "a-step", purpose,
                template, appointment, appointment == null ? 0 : 3, NOW, NOW.plus(Duration.ofHours(30)), 0);
        return new Circumstances(new Situation(delivery, NOW, NEW_YORK, false, true,
                new Recipient(false, "Robin", "robin@example.org", 1, Language.EN, null, "main", true, false),
                consent(Preference.State.IN_FORCE, null), null, null, false, 0));
    }

    static Preference consent(Preference.State state, @Nullable Instant expiresAt) {
        return new Preference(state, HowGiven.WEB_FORM, NOW.minus(Duration.ofDays(2)), expiresAt);
    }

    Circumstances at(Instant now) {
        return with(s -> new Situation(s.delivery(), now, s.zone(), s.fresh(), s.clientKnown(), s.recipient(),
                s.consent(), s.appointment(), s.lastCappedAt(), s.reminderWaiting(), s.receipts()));
    }

    Circumstances deadline(Instant deadline) {
        return with(s -> {
            Delivery d = s.delivery();
            return new Situation(new Delivery(d.id(), d.clientId(), d.enrolmentId(), d.stepKey(), d.purpose(),
                    d.template(), d.appointmentId(), d.appointmentVersion(), d.dueAt(), deadline, d.attempts()),
                    s.now(), s.zone(), s.fresh(), s.clientKnown(), s.recipient(), s.consent(), s.appointment(),
                    s.lastCappedAt(), s.reminderWaiting(), s.receipts());
        });
    }

    Circumstances fresh() {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), true, s.clientKnown(), s.recipient(),
                s.consent(), s.appointment(), s.lastCappedAt(), s.reminderWaiting(), s.receipts()));
    }

    Circumstances clientUnknown() {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), false, s.recipient(),
                s.consent(), s.appointment(), s.lastCappedAt(), s.reminderWaiting(), s.receipts()));
    }

    Circumstances recipient(@Nullable Recipient recipient) {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), s.clientKnown(), recipient,
                s.consent(), s.appointment(), s.lastCappedAt(), s.reminderWaiting(), s.receipts()));
    }

    Circumstances recipient(boolean inquirer, @Nullable String email, boolean confirmed, boolean suppressed) {
        return recipient(new Recipient(inquirer, "Robin", email, 1, Language.EN, null, "main", confirmed, suppressed));
    }

    Circumstances consent(@Nullable Preference consent) {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), s.clientKnown(), s.recipient(),
                consent, s.appointment(), s.lastCappedAt(), s.reminderWaiting(), s.receipts()));
    }

    Circumstances appointment(int version, AppointmentStatus status, Instant startsAt) {
        return appointment(new Appointment(version, status, startsAt, "America/New_York", "main"));
    }

    Circumstances appointment(@Nullable Appointment appointment) {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), s.clientKnown(), s.recipient(),
                s.consent(), appointment, s.lastCappedAt(), s.reminderWaiting(), s.receipts()));
    }

    Circumstances lastCappedAt(Instant last) {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), s.clientKnown(), s.recipient(),
                s.consent(), s.appointment(), last, s.reminderWaiting(), s.receipts()));
    }

    Circumstances reminderWaiting() {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), s.clientKnown(), s.recipient(),
                s.consent(), s.appointment(), s.lastCappedAt(), true, s.receipts()));
    }

    static Circumstances asking(@Nullable AddressChange change) {
        return of(Purpose.RECEIPTS, AddressMails.ASKING, null).with(s -> new Situation(s.delivery(), s.now(), s.zone(),
                s.fresh(), s.clientKnown(), s.recipient(), s.consent(), null, null, false, 0, change));
    }

    Circumstances receipts(int receipts) {
        return with(s -> new Situation(s.delivery(), s.now(), s.zone(), s.fresh(), s.clientKnown(), s.recipient(),
                s.consent(), s.appointment(), s.lastCappedAt(), s.reminderWaiting(), receipts));
    }

    private Circumstances with(UnaryOperator<Situation> change) {
        return new Circumstances(change.apply(situation));
    }
}
