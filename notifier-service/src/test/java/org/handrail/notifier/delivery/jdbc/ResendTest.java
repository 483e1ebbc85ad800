package org.handrail.notifier.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.contract.Purpose.FOLLOW_UP;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.contract.reminders.ResendAsked;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Settlement;
import org.handrail.notifier.delivery.State;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of "send it again" about a mail of which nobody knows whether it went. */
class ResendTest {

    private static TestLedger ledger;

    private final UUID client = UUID.randomUUID();
    private final ReminderDue reminder = Given.reminder(client, FOLLOW_UP, "inquiry-check-in", null, 0, NOW,
            NOW.plus(Duration.ofHours(4)));
    private TestSender died;
    private Claimed lost;

    @BeforeAll
    static void start() {
        ledger = new TestLedger("ResendTest");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void anUnknown() {
        ledger.empty();
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(client)));
            ledger.addresses.readBack(List.of(Given.readBack(client, 1)), NOW);
            ledger.consents.enter(List.of(Given.consent(client, FOLLOW_UP, NOW)), List.of());
            ledger.queue.take(List.of(reminder), List.of());
        });
        died = new TestSender(ledger, "here");
        lost = died.rounds().next(List.of(), 1).claimed().get(0);
        assertThat(new TestSender(ledger, "there").presence.takeOver()).isEqualTo(1);
    }

    @Test
    void isClaimedOnceMoreAndTheLedgerTellsWhoAsked() {
        ask(UUID.randomUUID());
        assertThat(state()).isEqualTo("QUEUED resend-asked");

        assertThat(claimed()).isEqualTo(1);
        assertThat(claimed()).isZero();
        assertThat(ledger.jdbc.queryForObject("select asked_by from resend where queued", String.class))
                .isEqualTo("staff-7");
    }

    @Test
    void countsOnceHoweverOftenItIsTold() {
        UUID act = UUID.randomUUID();
        ask(act);
        assertThat(claimed()).isEqualTo(1);
        ledger.jdbc.update("update delivery set state = 'UNKNOWN'");

        ask(act);

        assertThat(state()).startsWith("UNKNOWN");
    }

    @Test
    void changesNothingWhenItsFateIsKnownMeanwhile() {
        ledger.jdbc.update("update delivery set state = 'SENT', reason = 'accepted'");

        ask(UUID.randomUUID());

        assertThat(state()).isEqualTo("SENT accepted");
        assertThat(ledger.jdbc.queryForObject("select count(*) from resend where not queued", Long.class)).isEqualTo(1);
    }

    @Test
    void isForTheReminderOfThatClientAlone() {
        ledger.inTransaction(() -> ledger.queue.resend(List.of(new ResendAsked(
                UUID.randomUUID(), UUID.randomUUID(), reminder.reminderId(), "staff-7", NOW))));

        assertThat(state()).startsWith("UNKNOWN");
    }

    @Test
    void doesNotGoAfterAStop() {
        ledger.inTransaction(() -> ledger.consents.enter(List.of(), List.of(Given.stop(client, NOW, FOLLOW_UP))));
        ask(UUID.randomUUID());

        assertThat(claimed()).isZero();
        assertThat(state()).isEqualTo("SKIPPED consent-withdrawn");
    }

    @Test
    void doesNotGoOnceItsEnrolmentHasEnded() {
        ledger.inTransaction(() -> ledger.queue.take(List.of(), List.of(
                new RemindersWithdrawn(client, reminder.enrolmentId(), "reached", NOW))));

        ask(UUID.randomUUID());

        assertThat(state()).isEqualTo("WITHDRAWN reached");
    }

    @Test
    void tellsStaffWhenItWouldComeTooLate() {
        ledger.clock.advance(Duration.ofHours(5));
        ask(UUID.randomUUID());

        assertThat(claimed()).isZero();
        assertThat(ledger.facts.of(DeliveryChanged.class)).last().satisfies(told -> {
            assertThat(told.reminderId()).isEqualTo(reminder.reminderId());
            assertThat(told.state()).isEqualTo(DeliveryChanged.State.SKIPPED);
            assertThat(told.reason()).isEqualTo("deadline-passed");
        });
    }

    @Test
    void isNotSettledByTheLateWordOfTheProcessThatWasThoughtDead() {
        ask(UUID.randomUUID());
        assertThat(claimed()).isEqualTo(1);

        died.rounds().next(List.of(
                new Settlement(lost, State.REFUSED, "smtp-5.1.1", null, true, true, Set.of())), 0);

        assertThat(state()).isEqualTo("SENDING claimed");
    }

    private void ask(UUID act) {
        ledger.inTransaction(() -> ledger.queue.resend(List.of(
                new ResendAsked(client, act, reminder.reminderId(), "staff-7", NOW))));
    }

    private int claimed() {
        TestSender sender = new TestSender(ledger, UUID.randomUUID().toString());
        sender.presence.appear();
        return sender.rounds().next(List.of(), 5).claimed().size();
    }

    private String state() {
        return ledger.stateOf(reminder.reminderId());
    }
}
