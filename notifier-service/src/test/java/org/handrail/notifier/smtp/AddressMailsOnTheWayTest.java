package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.reminders.ResendAsked;
import org.handrail.notifier.delivery.DomainPace.Limits;
import org.handrail.notifier.delivery.SendingLoop;
import org.handrail.notifier.delivery.jdbc.TestSender;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.AddressWishes.Confirmed;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.notifier.newaddress.NewAddressLine.Answer;
import org.handrail.notifier.newaddress.jdbc.TestWishes;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails of a change of address, from the ledger to a server that puts off, refuses and drops. */
class AddressMailsOnTheWayTest {

    private static TestLedger ledger;

    private final UUID client = UUID.randomUUID();
    private final AddressWishes wishes = TestWishes.of(ledger, wish -> new Answer.Taken(2));
    private final AtomicLong nanos = new AtomicLong();
    private ScriptedSmtpServer server;
    private AngusMailer mailer;
    private SendingLoop loop;

    @BeforeAll
    static void prepare() {
        ledger = new TestLedger("AddressMailsOnTheWayTest");
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @BeforeEach
    void start() throws Exception {
        ledger.empty();
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(client, 1, "old@example.org", 1)));
            ledger.addresses.readBack(List.of(Given.readBack(client, 1)), NOW);
            ledger.consents.enter(List.of(Given.consent(client, Purpose.APPOINTMENT_REMINDERS, NOW)), List.of());
        });
        server = new ScriptedSmtpServer();
        mailer = Mailers.to(server.url("?timeout=5&connections=1"));
        TestSender sender = new TestSender(ledger, "here", Limits.NONE, nanos::get);
        loop = sender.loop(sender.rounds(), TestWishes.letters(), mailer);
        loop.start();
    }

    @AfterEach
    void stop() throws Exception {
        loop.stop(Duration.ofSeconds(10));
        mailer.close();
        server.close();
    }

    @Test
    void triesBothAgainUntilTheServerTakesThem() {
        server.next("RCPT", "450 4.2.0 Greylisted");
        UUID asking = ask("new@example.com");
        untilSaid(asking, "QUEUED smtp-4.2.0");
        aFewMinutesLater();
        untilSaid(asking, "SENT accepted");

        server.next("END", "452 4.3.1 Later");
        assertThat(wishes.confirm(client, asking)).isEqualTo(Confirmed.MOVED);
        UUID moved = ledger.jdbc.queryForObject("select id from delivery where id <> ?", UUID.class, asking);
        untilSaid(moved, "QUEUED smtp-4.3.1");
        wishes.resume();
        aFewMinutesLater();
        untilSaid(moved, "SENT accepted");

        assertThat(server.taken).extracting(ScriptedSmtpServer.Taken::rcpt).satisfiesExactly(
                first -> assertThat(first).contains("<new@example.com>"),
                second -> assertThat(second).contains("<old@example.org>"));
        for (ScriptedSmtpServer.Taken taken : server.taken) {
            assertThat(taken.content()).contains("List-Unsubscribe-Post: ", "Auto-Submitted: auto-generated");
        }
        assertThat(told()).containsExactly("address-asking SENT accepted", "address-moved SENT accepted");
    }

    @Test
    void tellsThatTheNewAddressDoesNotExistAndLeavesTheClientsOwnAlone() {
        server.next("RCPT", "550 5.1.1 No such user");
        UUID asking = ask("typo@example.com");

        untilSaid(asking, "REFUSED smtp-5.1.1");

        assertThat(told()).containsExactly("address-asking REFUSED smtp-5.1.1");
        assertThat(ledger.facts.of(AddressStateChanged.class)).noneMatch(it ->
                it.clientId().equals(client) && it.state() == AddressStateChanged.State.SUPPRESSED);
        assertThat(wishes.mayAsk(client, 1)).as("mail to the address that holds goes on").isTrue();
    }

    @Test
    void givesUpWhenTheLinkInItWouldHaveExpired() {
        server.next("RCPT", "450 4.2.0 Later", "450 4.2.0 Later");
        UUID asking = ask("new@example.com");
        untilSaid(asking, "QUEUED smtp-4.2.0");

        ledger.clock.advance(AddressWishes.LIFE);

        untilSaid(asking, "SKIPPED deadline-passed");
        assertThat(server.taken).isEmpty();
    }

    @Test
    void asksStaffWhatNobodyKnowsAndSendsItAgainWhenTheySaySo() {
        server.next("END", ScriptedSmtpServer.DROP);
        UUID asking = ask("new@example.com");
        untilSaid(asking, "UNKNOWN smtp-lost");

        ledger.inTransaction(() -> ledger.queue.resend(List.of(
                new ResendAsked(client, UUID.randomUUID(), asking, "staff-7", NOW))));
        untilSaid(asking, "SENT accepted");

        assertThat(told()).containsExactly("address-asking UNKNOWN smtp-lost", "address-asking SENT accepted");
    }

    private UUID ask(String address) {
        wishes.ask(client, 1, MailAddress.read(address).orElseThrow(), Language.EN);
        return ledger.jdbc.queryForObject("select id from address_wish", UUID.class);
    }

    private void aFewMinutesLater() {
        ledger.clock.advance(Duration.ofMinutes(5));
    }

    /** Looks as the timer does, while a provider that is being left alone is asked again. */
    private void untilSaid(UUID delivery, String state) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> {
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            loop.look();
            return ledger.stateOf(delivery).equals(state);
        });
    }

    private List<String> told() {
        return ledger.facts.of(DeliveryChanged.class).stream().filter(it -> it.clientId().equals(client))
                .map(it -> it.stepKey() + " " + it.state() + " " + it.reason()).toList();
    }
}
