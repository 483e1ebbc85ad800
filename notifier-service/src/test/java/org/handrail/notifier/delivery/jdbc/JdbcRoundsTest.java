package org.handrail.notifier.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.Purpose.APPOINTMENT_REMINDERS;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.contract.Purpose.RECEIPTS;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Purpose;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.notifier.consent.jdbc.TakingStops;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Rounds;
import org.handrail.notifier.delivery.Settlement;
import org.handrail.notifier.delivery.State;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcRoundsTest {

    private static TestLedger ledger;

    private final UUID client = UUID.randomUUID();
    private Rounds rounds;

    @BeforeAll
    static void start() {
        ledger = new TestLedger("JdbcRoundsTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void empty() {
        ledger.empty();
        rounds = new TestSender(ledger, "here").rounds();
    }

    @Test
    void claimsWhatIsDueAndNoMoreThanWanted() {
        List<UUID> clients = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        clients.forEach(one -> reachable(one, FOLLOW_UP));
        clients.forEach(one -> due(Given.followUp(one)));

        assertThat(rounds.next(List.of(), 2).claimed()).hasSize(2);
        assertThat(rounds.next(List.of(), 2).claimed()).hasSize(1);
        assertThat(rounds.next(List.of(), 2).claimed()).isEmpty();
        assertThat(ledger.count("SENDING")).isEqualTo(3);
    }

    @Test
    void goesOnWhereTheLookBeforeEndedAndComesBackToWhatItPassedOver() {
        List<UUID> clients = java.util.stream.Stream.generate(UUID::randomUUID).limit(7).toList();
        clients.forEach(one -> reachable(one, FOLLOW_UP));
        due(clients.stream().map(Given::followUp).toArray(ReminderDue[]::new));
        UUID held = clients.get(3);
        List<Claimed> claimed = new ArrayList<>();

        ledger.inTransaction(() -> {
            ledger.jdbc.queryForList("select 1 from consent_ledger where client_id = ? for update", held);
            for (int look = 0; look < 8; look++) {
                claimed.addAll(onAnotherThread(() -> rounds.next(List.of(), 2).claimed()));
            }
        });
        assertThat(claimed).extracting(it -> it.delivery().clientId()).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(clients.stream().filter(one -> !one.equals(held)).toList());
        assertThat(claimAll()).extracting(it -> it.delivery().clientId()).containsExactly(held);
    }

    @Test
    void leavesWhatIsNotDueYet() {
        reachable(client, FOLLOW_UP);
        due(Given.reminder(client, FOLLOW_UP, "inquiry-check-in", null, 0, NOW.plusSeconds(60),
                NOW.plus(Duration.ofDays(1))));

        assertThat(claim()).isEmpty();
        ledger.clock.advance(Duration.ofSeconds(60));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void keepsOneRowAReminderHoweverOftenItIsTold() {
        ReminderDue reminder = Given.followUp(client);
        ReminderDue sameStep = new ReminderDue(client, UUID.randomUUID(), reminder.enrolmentId(),
                reminder.scheduleId(), 2, reminder.stepKey(), FOLLOW_UP, "other", null, 0, NOW, NOW.plusSeconds(9));

        due(reminder, reminder);
        due(reminder, sameStep);

        assertThat(ledger.states()).containsExactly("QUEUED");
    }

    @Test
    void tellsWhyAReminderWasSkipped() {
        reachable(client, RECEIPTS);
        ReminderDue reminder = due(Given.followUp(client));
        ledger.jdbc.update("insert into known_client (client_id) values (?)", client);

        assertThat(claim()).isEmpty();

        assertThat(ledger.stateOf(reminder.reminderId())).isEqualTo("SKIPPED consent-absent");
        assertThat(told(reminder)).containsExactly(DeliveryChanged.State.SKIPPED);
    }

    @Test
    void tellsWhichVersionOfItsTemplateAMailWasMadeFrom() {
        reachable(client, FOLLOW_UP);
        ReminderDue reminder = due(Given.followUp(client));
        Claimed claimed = claim().get(0);
        ledger.jdbc.update("update delivery set template_version = 3 where id = ?", claimed.delivery().id());

        rounds.next(List.of(new Settlement(claimed, State.SENT, "accepted", null, true, false, Set.of())), 0);

        assertThat(ledger.facts.of(DeliveryChanged.class))
                .filteredOn(fact -> fact.reminderId().equals(reminder.reminderId())).singleElement()
                .extracting(DeliveryChanged::templateVersion).isEqualTo(3);
    }

    @Test
    void waitsForAConsentThatMayStillBeUnderWay() {
        Rounds patient = new TestSender(ledger, "patient").rounds(Duration.ofHours(1));
        keepContact(Given.contact(client));
        confirm(client, 1);
        due(Given.followUp(client));

        assertThat(patient.next(List.of(), 4).claimed()).isEmpty();
        ledger.inTransaction(() -> ledger.consents.enter(List.of(Given.consent(client, FOLLOW_UP, NOW)), List.of()));
        ledger.clock.advance(Duration.ofSeconds(1));
        assertThat(patient.next(List.of(), 4).claimed()).hasSize(1);
    }

    @Test
    void withdrawsAReminderOfAnEnrolmentThatEndedWhicheverComesFirst() {
        ReminderDue before = Given.followUp(client);
        ReminderDue after = Given.followUp(UUID.randomUUID());
        due(before);
        end(after);

        end(before);
        due(after);

        assertThat(ledger.stateOf(before.reminderId())).isEqualTo("WITHDRAWN enrolment-over");
        assertThat(ledger.stateOf(after.reminderId())).isEqualTo("WITHDRAWN enrolment-over");
        assertThat(told(before)).containsExactly(DeliveryChanged.State.WITHDRAWN);
    }

    @Test
    void waitsForTheAppointmentAndThenMindsItsVersion() {
        reachable(client, APPOINTMENT_REMINDERS);
        UUID appointment = UUID.randomUUID();
        ReminderDue ofTheOldTime = due(Given.appointmentReminder(client, appointment, 1));
        ReminderDue ofTheNewTime = due(Given.appointmentReminder(client, appointment, 2));
        assertThat(claim()).isEmpty();

        ledger.inTransaction(() -> ledger.appointments.keep(List.of(
                Given.appointment(client, appointment, 2, AppointmentStatus.BOOKED, NOW.plus(Duration.ofDays(1))),
                Given.appointment(client, appointment, 1, AppointmentStatus.BOOKED, NOW.plus(Duration.ofDays(3))))));
        ledger.clock.advance(Duration.ofSeconds(5));

        assertThat(claim()).extracting(it -> it.delivery().id()).containsExactly(ofTheNewTime.reminderId());
        assertThat(ledger.stateOf(ofTheOldTime.reminderId())).isEqualTo("WITHDRAWN appointment-changed");
    }

    @Test
    void sendsOneAutomatedEmailADayAndTheReminderFirst() {
        reachable(client, FOLLOW_UP, APPOINTMENT_REMINDERS);
        UUID appointment = UUID.randomUUID();
        ledger.inTransaction(() -> ledger.appointments.keep(List.of(
                Given.appointment(client, appointment, 1, AppointmentStatus.BOOKED, NOW.plus(Duration.ofDays(3))))));
        due(Given.followUp(client), Given.followUp(client));
        ReminderDue reminder = due(Given.appointmentReminder(client, appointment, 1));

        List<Claimed> today = claimAll();
        ledger.clock.advance(Duration.ofMinutes(30));
        today.addAll(claimAll());
        ledger.clock.advance(Duration.ofHours(23));
        List<Claimed> tomorrow = claimAll();

        assertThat(today).extracting(it -> it.delivery().id()).containsExactly(reminder.reminderId());
        assertThat(tomorrow).hasSize(1);
    }

    @Test
    void givesTheDaysEmailBackWhenItDidNotGo() {
        reachable(client, FOLLOW_UP);
        due(Given.followUp(client), Given.followUp(client));
        Claimed first = claim().get(0);

        ledger.jdbc.update("update delivery set state = 'QUEUED', capped_at = null, deadline = ? where id = ?",
                java.time.OffsetDateTime.parse("2026-11-24T14:00:00Z"), first.delivery().id());

        assertThat(claimAll()).hasSize(1);
    }

    @Test
    void limitsReceiptsToAnAddressWhoeverAsksForThem() {
        for (int i = 0; i < 6; i++) {
            UUID another = UUID.randomUUID();
            keepContact(Given.contact(another, 1, i % 2 == 0 ? "Stranger@example.org" : "stranger@example.org", 1));
            ledger.inTransaction(
                    () -> ledger.consents.enter(List.of(Given.consent(another, RECEIPTS, NOW)), List.of()));
            due(Given.receipt(another));
        }

        assertThat(claimAll()).hasSize(3);
        assertThat(ledger.count("SKIPPED")).isEqualTo(3);
    }

    @Test
    void countsTheReceiptsOfAMailboxInWhateverWayItIsWritten() {
        receiptsTo("jo.vale@gmail.com", "JoVale+1@gmail.com", "j.o.v.a.l.e@googlemail.com", "jovale+a+b@GMAIL.com",
                "jovale@gmail.com");
        receiptsTo("jo+1@example.org", "Jo+2@example.org", "jo@example.org", "JO+@example.org");
        receiptsTo("j.o@example.org", "+jo@example.org", "jo@gmail.example", "jo@sub.example.org",
                "jo@xn--bcher-kva.example");

        List<Claimed> sent = claimAll();

        assertThat(sent).extracting(it -> it.recipient().email())
                .filteredOn(to -> to.toLowerCase(java.util.Locale.ROOT).matches(".*@(gmail|googlemail)\\.com")).hasSize(3);
        assertThat(sent).extracting(it -> it.recipient().email())
                .filteredOn(to -> to.toLowerCase(java.util.Locale.ROOT).matches("jo(\\+.*)?@example\\.org")).hasSize(3);
        assertThat(sent).extracting(it -> it.recipient().email()).contains("j.o@example.org", "+jo@example.org",
                "jo@gmail.example", "jo@sub.example.org", "jo@xn--bcher-kva.example").hasSize(11);
        assertThat(ledger.jdbc.queryForList("select reason from delivery where state = 'SKIPPED'", String.class))
                .containsOnly("receipt-limit").hasSize(3);
        ledger.clock.advance(Duration.ofHours(24).plusSeconds(1));
        receiptsTo("jo+3@example.org");
        assertThat(claimAll()).as("a day later").hasSize(1);
    }

    private void receiptsTo(String... addresses) {
        for (String address : addresses) {
            UUID another = UUID.randomUUID();
            keepContact(Given.contact(another, 1, address, 1));
            ledger.inTransaction(
                    () -> ledger.consents.enter(List.of(Given.consent(another, RECEIPTS, NOW)), List.of()));
            due(Given.reminder(another, RECEIPTS, "inquiry-receipt", null, 0, ledger.clock.instant(),
                    ledger.clock.instant().plus(Duration.ofHours(4))));
        }
    }

    @Test
    void sendsNothingToASuppressedAddressUntilItIsCorrected() {
        reachable(client, FOLLOW_UP);
        ledger.inTransaction(() -> ledger.addresses.suppress(
                List.of(new org.handrail.notifier.address.Addresses.Suppression(client, 1, "smtp-5.1.1")), NOW));
        ReminderDue bounced = due(Given.followUp(client));
        assertThat(claim()).isEmpty();
        assertThat(ledger.stateOf(bounced.reminderId())).isEqualTo("SKIPPED address-suppressed");

        keepContact(Given.contact(client, 2, "right@example.org", 2));
        confirm(client, 2);
        due(Given.followUp(client));

        assertThat(claim()).hasSize(1);
    }

    @Test
    void neverClaimsForAClientWhoseLedgerSomebodyIsChanging() {
        reachable(client, FOLLOW_UP);
        ReminderDue reminder = due(Given.followUp(client));

        ledger.inTransaction(() -> {
            new TakingStops(ledger.consents, ledger.transaction).stop(Given.stop(client, NOW, FOLLOW_UP));
            assertThat(onAnotherThread(this::claim)).isEmpty();
        });

        assertThat(claim()).isEmpty();
        assertThat(ledger.stateOf(reminder.reminderId())).isEqualTo("WITHDRAWN consent-withdrawn");
    }

    @Test
    void forgetsAnErasedClientAndTakesBackWhatIsQueued() {
        reachable(client, FOLLOW_UP);
        ReminderDue reminder = due(Given.followUp(client));

        ledger.inTransaction(() -> ledger.contacts.forget(List.of(client)));

        assertThat(ledger.stateOf(reminder.reminderId())).isEqualTo("WITHDRAWN client-erased");
        assertThat(ledger.jdbc.queryForObject("select count(*) from contact", Long.class)).isZero();
        assertThat(ledger.jdbc.queryForObject("select count(*) from consent_act", Long.class)).isEqualTo(1);
    }

    private void reachable(UUID one, Purpose... purposes) {
        keepContact(Given.contact(one));
        confirm(one, 1);
        ledger.inTransaction(() -> ledger.consents.enter(
                java.util.Arrays.stream(purposes).map(purpose -> Given.consent(one, purpose, NOW)).toList(),
                List.of()));
    }

    private static void keepContact(ContactChanged contact) {
        ledger.inTransaction(() -> ledger.contacts.keep(List.of(contact)));
    }

    private static void confirm(UUID one, int version) {
        ledger.inTransaction(() -> ledger.addresses.readBack(List.of(Given.readBack(one, version)), NOW));
    }

    private static ReminderDue due(ReminderDue... reminders) {
        ledger.inTransaction(() -> ledger.queue.take(List.of(reminders), List.of()));
        return reminders[0];
    }

    private static void end(ReminderDue reminder) {
        ledger.inTransaction(() -> ledger.queue.take(List.of(), List.of(new RemindersWithdrawn(reminder.clientId(),
                reminder.enrolmentId(), "enrolment-over", NOW))));
    }

    private List<Claimed> claim() {
        return rounds.next(List.of(), 8).claimed();
    }

    private List<Claimed> claimAll() {
        List<Claimed> all = new ArrayList<>();
        Rounds.Round round;
        do {
            round = rounds.next(List.of(), 8);
            all.addAll(round.claimed());
        } while (round.moreDue() || !round.claimed().isEmpty());
        return all;
    }

    private static <T> T onAnotherThread(java.util.concurrent.Callable<T> work) {
        try {
            return java.util.concurrent.CompletableFuture.supplyAsync(() -> {
                try {
                    return work.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<DeliveryChanged.State> told(ReminderDue reminder) {
        return ledger.facts.of(DeliveryChanged.class).stream()
                .filter(it -> it.reminderId().equals(reminder.reminderId())).map(DeliveryChanged::state).toList();
    }
}
