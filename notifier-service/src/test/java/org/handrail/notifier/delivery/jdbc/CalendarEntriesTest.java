package org.handrail.notifier.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.Purpose.APPOINTMENT_REMINDERS;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.choice.Chosen;
import org.handrail.notifier.choice.jdbc.JdbcClientChoices;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.Situation;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which calendar entry goes with which mail, over an appointment's life. */
class CalendarEntriesTest {

    private static final Instant THURSDAY = NOW.plus(Duration.ofDays(2));

    private static TestLedger ledger;

    private final UUID client = UUID.randomUUID();
    private final UUID appointment = UUID.randomUUID();
    private Rounds rounds;

    @BeforeAll
    static void start() {
        ledger = new TestLedger("CalendarEntriesTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void reachable() {
        ledger.empty();
        rounds = new TestSender(ledger, "here").rounds();
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(client)));
            ledger.addresses.readBack(List.of(Given.readBack(client, 1)), NOW);
            ledger.consents.enter(List.of(Given.consent(client, APPOINTMENT_REMINDERS, NOW)), List.of());
        });
        told(1, AppointmentStatus.BOOKED, THURSDAY);
    }

    @Test
    void comesWithNothingForWhoNeverChoseIt() {
        assertThat(claim(1).calendar()).isNull();
        cancel(2);
        assertThat(ledger.states()).doesNotContain("QUEUED");
    }

    @Test
    void knowsWhatTheAppointmentIsForUntilTheClientIsErased() {
        assertThat(claim(1).appointment()).extracting(Situation.Appointment::kind).isEqualTo(AppointmentKind.THERAPY);

        ledger.inTransaction(() -> ledger.contacts.forget(List.of(client)));
        assertThat(ledger.jdbc.queryForObject("select count(kind) from appointment", Long.class)).isZero();
    }

    @Test
    void keepsItsUidAndCountsChangesOfTimeAlone() {
        chooseFiles(true);
        CalendarEntry first = claim(1).calendar();
        CalendarEntry again = claim(1).calendar();
        told(2, AppointmentStatus.BOOKED, THURSDAY.plus(Duration.ofHours(1)));
        CalendarEntry moved = claim(2).calendar();
        told(3, AppointmentStatus.BOOKED, THURSDAY.plus(Duration.ofHours(1)));
        CalendarEntry untouched = claim(3).calendar();

        assertThat(List.of(first, again, moved, untouched)).extracting(CalendarEntry::uid).containsOnly(first.uid());
        assertThat(List.of(first, again, moved, untouched)).extracting(CalendarEntry::sequence)
                .containsExactly(0, 0, 1, 1);
        assertThat(first.uid()).isNotEqualTo(appointment);
    }

    @Test
    void isTakenOffAgainWhenTheAppointmentIsCancelledAndComesBackWhenItIsOnAgain() {
        chooseFiles(true);
        CalendarEntry booked = claim(1).calendar();

        cancel(2);
        cancel(2);
        List<Claimed> cancelled = rounds.next(List.of(), 4).claimed();

        assertThat(cancelled).singleElement().satisfies(one -> {
            assertThat(one.delivery().template()).isEqualTo("appointment-cancelled");
            assertThat(one.calendar()).isEqualTo(new CalendarEntry(booked.uid(), 1, true));
        });
        told(3, AppointmentStatus.BOOKED, THURSDAY);
        assertThat(claim(3).calendar()).isEqualTo(new CalendarEntry(booked.uid(), 2, false));
    }

    @Test
    void isTakenOffOnceWhenTheAppointmentWasEnteredInErrorAndComesBackToo() {
        chooseFiles(true);
        CalendarEntry booked = claim(1).calendar();

        cancel(2);
        told(3, AppointmentStatus.ENTERED_IN_ERROR, THURSDAY);
        assertThat(rounds.next(List.of(), 4).claimed()).singleElement().satisfies(one -> {
            assertThat(one.delivery().template()).isEqualTo("appointment-cancelled");
            assertThat(one.delivery().appointmentVersion()).isEqualTo(3);
            assertThat(one.calendar()).isEqualTo(new CalendarEntry(booked.uid(), 1, true));
        });
        told(4, AppointmentStatus.ENTERED_IN_ERROR, THURSDAY);
        assertThat(rounds.next(List.of(), 4).claimed()).isEmpty();

        told(5, AppointmentStatus.BOOKED, THURSDAY);
        assertThat(claim(5).calendar()).isEqualTo(new CalendarEntry(booked.uid(), 2, false));
    }

    @Test
    void isNotTakenOffByMailOnceSomebodySaidStopOrWantsNoMoreFiles() {
        chooseFiles(true);
        claim(1);
        ledger.inTransaction(() -> ledger.consents.enter(List.of(),
                List.of(Given.stop(client, NOW, APPOINTMENT_REMINDERS))));
        cancel(2);
        assertThat(rounds.next(List.of(), 4).claimed()).isEmpty();

        chooseFiles(false);
        cancel(3);
        assertThat(ledger.jdbc.queryForObject("select count(*) from delivery where template = 'appointment-cancelled'",
                Long.class)).isOne();
    }

    @Test
    void saysNothingOfACancellationThatDoesNotHoldAnyMore() {
        chooseFiles(true);
        claim(1);
        cancel(2);
        told(3, AppointmentStatus.BOOKED, THURSDAY);

        assertThat(rounds.next(List.of(), 4).claimed()).isEmpty();
        assertThat(ledger.states()).contains("WITHDRAWN");
    }

    private void chooseFiles(boolean wanted) {
        new JdbcClientChoices(ledger.jdbc, ledger.transaction, ledger.clock).choose(
                new Chosen(client, null, wanted, HowGiven.LINK_PAGE, "page/1", Language.EN, NOW));
    }

    /** Confirmations are not held to one a day. */
    private Claimed claim(int version) {
        ReminderDue reminder = Given.reminder(client, APPOINTMENT_REMINDERS, "appointment-confirmation", appointment,
                version, NOW, THURSDAY);
        ledger.inTransaction(() -> ledger.queue.take(List.of(reminder), List.of()));
        return rounds.next(List.of(), 4).claimed().get(0);
    }

    private void cancel(int version) {
        told(version, AppointmentStatus.CANCELLED, THURSDAY);
    }

    private void told(int version, AppointmentStatus status, Instant startsAt) {
        AppointmentChanged changed = Given.appointment(client, appointment, version, status, startsAt);
        ledger.inTransaction(() -> {
            ledger.appointments.keep(List.of(changed));
            new CancellationNotices(ledger.jdbc, ledger.clock).heed(List.of(appointment));
        });
    }
}
