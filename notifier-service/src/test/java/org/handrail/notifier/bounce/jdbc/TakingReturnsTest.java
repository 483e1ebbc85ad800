package org.handrail.notifier.bounce.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.testing.TestLedger.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.contract.deliveries.ReplyReceived;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.bounce.Outcome;
import org.handrail.notifier.bounce.Reports;
import org.handrail.notifier.bounce.TakingReturns;
import org.handrail.notifier.consent.jdbc.TakingStops;
import org.handrail.notifier.jdbc.Columns;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
import org.handrail.notifier.newaddress.NewAddressLine.Answer;
import org.handrail.notifier.newaddress.jdbc.TestWishes;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.handrail.platform.text.CrisisWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TakingReturnsTest {

    private static final String HARD = "550 5.1.1 User unknown";
    private static final String FULL = "552 5.2.2 Mailbox full";
    private static TestLedger ledger;
    private static TakingReturns taking;
    private static final ReturnPaths TOKENS = new ReturnPaths(new FixedLinkKeys());

    private final UUID client = UUID.randomUUID();
    private final String address = client + "@example.org";
    private final AddressStateChanged introduced = new AddressStateChanged(
            client, 1, AddressStateChanged.State.UNCONFIRMED, "new-address", NOW);

    @BeforeAll
    static void start() {
        ledger = new TestLedger("TakingReturnsTest");
        taking = new TakingReturns(new TakingReturns.Parts(new JdbcReturns(ledger.jdbc),
                new JdbcSentMails(ledger.jdbc, ledger.facts, changed -> { }), TOKENS, ledger.addresses,
                new TakingStops(ledger.consents, ledger.transaction), ledger.facts,
                (code, at) -> ledger.alerts.raise(List.of(code), at), CrisisWords.shipped()::foundIn, ledger.clock,
                TestWishes.of(ledger, wish -> new Answer.Silent())::decline));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void introduce() {
        ledger.clock.set(NOW);
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(client)));
            ledger.consents.enter(List.of(Given.consent(client, Purpose.FOLLOW_UP, NOW.minusSeconds(60))), List.of());
        });
    }

    @Test
    void suppressesAnAddressThatDoesNotExistAndTellsStaff() {
        UUID mail = sent();

        assertThat(take(Reports.bounce(path(mail), address.toUpperCase(), "5.1.1", HARD))).isEqualTo(Outcome.DONE);

        assertThat(ledger.stateOf(mail)).isEqualTo("BOUNCED smtp-5.1.1");
        assertThat(addressTold()).containsExactly("SUPPRESSED smtp-5.1.1");
        assertThat(ledger.facts.of(DeliveryChanged.class)).anySatisfy(told -> {
            assertThat(told.reminderId()).isEqualTo(mail);
            assertThat(told.state()).isEqualTo(DeliveryChanged.State.BOUNCED);
        });
    }

    @Test
    void clearsTheSuppressionWhenTheAddressIsCorrected() {
        take(Reports.bounce(path(sent()), address, "5.1.1", HARD));

        ledger.inTransaction(() -> ledger.contacts.keep(
                List.of(Given.contact(client, 2, "other-" + address, 2))));

        assertThat(addressTold()).endsWith("UNCONFIRMED new-address");
    }

    @Test
    void takesAMessageOnce() {
        byte[] bounce = Reports.bounce(path(sent()), address, "5.2.2", FULL);

        assertThat(take(bounce)).isEqualTo(Outcome.DONE);
        assertThat(take(bounce)).isEqualTo(Outcome.TWICE);
    }

    @Test
    void knowsItsMailByWhatIsSentBack() {
        UUID mail = sent();

        assertThat(take(Reports.bounceReturning(token(mail), address))).isEqualTo(Outcome.DONE);

        assertThat(ledger.stateOf(mail)).startsWith("BOUNCED");
    }

    @ParameterizedTest
    @MethodSource("sentBack")
    void knowsItsMailHoweverItIsSentBack(String shape) {
        UUID mail = sent();
        String known = shape.replace("TOKEN", token(mail)).replace("WHO", address);
        String forged = shape.replace("TOKEN", "0".repeat(52)).replace("WHO", address);

        assertThat(take(forged.getBytes(StandardCharsets.UTF_8))).isEqualTo(Outcome.FOREIGN);
        assertThat(ledger.stateOf(mail)).startsWith("SENT");
        assertThat(take(known.getBytes(StandardCharsets.UTF_8))).isEqualTo(Outcome.DONE);
        assertThat(ledger.stateOf(mail)).startsWith("BOUNCED");
        assertThat(addressTold()).hasSize(1).allMatch(told -> told.startsWith("SUPPRESSED"));
    }

    /** To the sender rather than to the return path, so that only what came back tells. */
    static List<String> sentBack() {
        String from = "From: MAILER-DAEMON@mx.example\nTo: frontdesk@clinic.example\nSubject: Undelivered Mail\n";
        String said = "\n<WHO>: 550 5.1.1 User unknown\n\n";
        String report = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                + "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; WHO\nAction: failed\nStatus: 5.1.1\n\n--b\n";
        return List.of(
                from + "X-Failed-Recipients: WHO\n" + said + "--- copy ---\nSubject: x\nMessage-ID:\n  <TOKEN@clinic.example>\n",
                from + said + "> Received: by x\n> Message-Id: <TOKEN@clinic.example>\n",
                from + said + "  >>> MAIL FROM:<bounces+TOKEN@clinic.example>\n",
                from + "X-Envelope-To: bounces+TOKEN@clinic.example\n" + said,
                from + "In-Reply-To: <TOKEN@clinic.example>\n" + said,
                from + report + "Content-Type: text/rfc822-headers\n\nList-Unsubscribe-Post: x\nReturn-Path: <bounces+TOKEN@clinic.example>\n--b--\n",
                from + report + "Content-Type: message/rfc822\n\nReceived: from a by b for <bounces+TOKEN@clinic.example>\nSubject: x\n\n--b--\n",
                from + "Content-Type: text/html\n\n<p>#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ## WHO</p>"
                        + "<pre>Message-ID: &lt;TOKEN@clinic.example&gt;</pre>\n",
                from + report.replace("Final-Recipient: rfc822; WHO", "Original-Envelope-Id: TOKEN\n\nFinal-Recipient: rfc822; WHO") + "--b--\n",
                from + report.replace("Final-Recipient: rfc822; WHO", "Final-Recipient: rfc822; alias@elsewhere.example")
                        + "Content-Type: text/plain\n\n<alias@elsewhere.example> (expanded from <WHO>): 550 5.1.1 User unknown\n"
                        + "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <TOKEN@clinic.example>\n--b--\n");
    }

    @Test
    void changesNothingOnForgedAndForeignBounces() {
        UUID mail = sent();
        String forged = token(mail).replace(token(mail).charAt(20), token(mail).charAt(20) == 'a' ? 'b' : 'a');
        UUID queued = queued();

        assertThat(take(Reports.bounce("frontdesk@clinic.example", address, "5.1.1", HARD))).isEqualTo(Outcome.FOREIGN);
        assertThat(take(Reports.bounce(forged + "@clinic.example", address, "5.1.1", HARD))).isEqualTo(Outcome.FOREIGN);
        assertThat(take(Reports.complaint("f".repeat(52)))).isEqualTo(Outcome.FOREIGN);
        assertThat(take(Reports.bounce(path(mail), "somebody.else@example.net", "5.1.1", HARD)))
                .isEqualTo(Outcome.OTHER_RECIPIENT);
        assertThat(take(Reports.bounce(path(queued), address, "5.1.1", HARD))).isEqualTo(Outcome.FOREIGN);

        assertThat(ledger.stateOf(mail)).startsWith("SENT");
        assertThat(ledger.stateOf(queued)).startsWith("QUEUED");
        assertThat(addressTold()).isEmpty();
    }

    @Test
    void alertsOperatorsOfOurOwnFaultsAndSilencesNobody() {
        UUID mail = sent();

        take(Reports.bounce(path(mail), address, "5.7.26", "550 5.7.26 DMARC policy"));

        assertThat(ledger.stateOf(mail)).isEqualTo("BOUNCED smtp-5.7.26");
        assertThat(addressTold()).isEmpty();
        assertThat(ledger.alerts.since(NOW)).extracting("code").contains("bounce-5.7.26");
    }

    @Test
    void givesUpAnAddressAfterSeveralSoftBouncesInAFewDays() {
        softBounce(0);
        softBounce(1);
        assertThat(addressTold()).isEmpty();

        softBounce(2);

        assertThat(addressTold()).containsExactly("SUPPRESSED soft-bounces");
    }

    @Test
    void forgivesSoftBouncesThatLieFarApart() {
        softBounce(0);
        softBounce(8);
        softBounce(16);
        softBounce(24);

        assertThat(addressTold()).isEmpty();
    }

    @Test
    void forgivesSoftBouncesWhenMailArrivedMeanwhile() {
        softBounce(0);
        ledger.clock.set(NOW.plus(Duration.ofHours(8)));
        sent();
        softBounce(2);
        softBounce(3);

        assertThat(addressTold()).isEmpty();
    }

    /** Nobody knows yet whose it is. */
    @Test
    void hearsOfAnotherAddressWithoutDoingAnythingToTheClients() {
        AddressWishes wishes = TestWishes.of(ledger, wish -> new Answer.Silent());
        UUID queued = queued();

        assertThat(take(Reports.bounce(path(asked(wishes, "typo@example.com")), "typo@example.com", "5.1.1", HARD)))
                .isEqualTo(Outcome.DONE);
        assertThat(take(Reports.bounce(path(asked(wishes, "full@example.com")), "full@example.com", "5.2.2", FULL)))
                .isEqualTo(Outcome.DONE);
        UUID unwanted = asked(wishes, "stranger@example.com");
        assertThat(take(Reports.bounce(path(unwanted), "other@example.com", "5.1.1", HARD)))
                .isEqualTo(Outcome.OTHER_RECIPIENT);
        assertThat(take(Reports.reply("stranger@example.com", "frontdesk@clinic.example", token(unwanted), "STOP")))
                .isEqualTo(Outcome.DONE);
        assertThat(wishes.isOpen(client, unwanted)).isFalse();

        assertThat(ledger.facts.of(DeliveryChanged.class)).filteredOn(it -> it.stepKey().equals("address-asking"))
                .extracting(it -> it.state() + " " + it.reason())
                .containsExactly("BOUNCED smtp-5.1.1", "BOUNCED smtp-5.2.2");
        assertThat(addressTold()).as("only that it was read back").allMatch(told -> told.startsWith("CONFIRMED"));
        assertThat(preferences()).doesNotContain("WITHDRAWN");
        assertThat(ledger.stateOf(queued)).startsWith("QUEUED");
    }

    private UUID asked(AddressWishes wishes, String where) {
        ledger.inTransaction(() -> ledger.addresses.readBack(List.of(Given.readBack(client, 1)), NOW));
        wishes.ask(client, 1, new MailAddress(where), Language.EN);
        UUID mail = ledger.jdbc.queryForObject(
                "select id from address_wish where client_id = ? and email = ?", UUID.class, client, where);
        ledger.jdbc.update("update delivery set state = 'SENT', reason = 'accepted', claimed_at = ? where id = ?",
                Columns.utc(ledger.clock.instant()), mail);
        return mail;
    }

    @Test
    void endsAllMailAfterAComplaint() {
        UUID mail = sent();
        UUID queued = queued();

        assertThat(take(Reports.complaint(token(mail)))).isEqualTo(Outcome.DONE);

        assertThat(preferences()).contains("WITHDRAWN");
        assertThat(ledger.stateOf(queued)).isEqualTo("WITHDRAWN consent-withdrawn");
    }

    @Test
    void endsAllMailWhenTheClientAnswersStop() {
        UUID queued = queued();

        assertThat(take(Reports.reply(address, "frontdesk@clinic.example", "someone", "Stop.\n\n> Hello")))
                .isEqualTo(Outcome.DONE);

        assertThat(ledger.stateOf(queued)).isEqualTo("WITHDRAWN consent-withdrawn");
        assertThat(replies()).isEmpty();
    }

    @Test
    void keepsAnAnswerAndTellsOnlyThatThereIsOne() {
        UUID mail = sent();

        take(Reports.reply("other@example.net", "frontdesk@clinic.example", token(mail), "Can I come later?"));

        assertThat(replies()).containsExactly("Can I come later?");
        assertThat(ledger.facts.of(ReplyReceived.class)).filteredOn(it -> it.clientId().equals(client))
                .singleElement().satisfies(told -> {
                    assertThat(told.deliveryId()).isEqualTo(mail);
                    assertThat(told.urgent()).isFalse();
                });
    }

    @Test
    void callsAnAnswerUrgentThatHoldsWordsOfCrisis() {
        take(Reports.reply(address, "frontdesk@clinic.example", "someone", "I want to die"));

        assertThat(ledger.facts.of(ReplyReceived.class)).filteredOn(it -> it.clientId().equals(client))
                .singleElement().satisfies(told -> assertThat(told.urgent()).isTrue());
    }

    @Test
    void forgetsAnswersWithTheClient() {
        take(Reports.reply(address, "frontdesk@clinic.example", "someone", "Can I come later?"));
        softBounce(0);

        ledger.inTransaction(() -> ledger.contacts.forget(List.of(client)));

        assertThat(replies()).isEmpty();
        assertThat(take(Reports.reply(address, "frontdesk@clinic.example", "someone", "And another")))
                .isEqualTo(Outcome.FOREIGN);
    }

    private void softBounce(int days) {
        Instant at = NOW.plus(Duration.ofDays(days));
        ledger.clock.set(at);
        take(Reports.bounce(path(sent()), address, "5.2.2", FULL));
    }

    private static Outcome take(byte[] message) {
        return ledger.inTransaction(() -> taking.take(message)).outcome();
    }

    private UUID queued() {
        ReminderDue reminder = Given.followUp(client);
        ledger.inTransaction(() -> ledger.queue.take(List.of(reminder), List.of()));
        return reminder.reminderId();
    }

    private UUID sent() {
        UUID mail = queued();
        ledger.jdbc.update("""
                update delivery set state = 'SENT', reason = 'accepted', address_version = 1, claimed_at = ?,
                                    capped_at = ?
                where id = ?
                """, Columns.utc(ledger.clock.instant()), Columns.utc(ledger.clock.instant()), mail);
        return mail;
    }

    private static String token(UUID mail) {
        return TOKENS.tokenFor(mail, NOW);
    }

    /** As it may come back from a system that changes case. */
    private static String path(UUID mail) {
        return "<" + token(mail).toUpperCase() + "@bounces.clinic.example>";
    }

    private List<String> addressTold() {
        return ledger.facts.of(AddressStateChanged.class).stream()
                .filter(told -> told.clientId().equals(client) && !told.equals(introduced))
                .map(told -> told.state() + " " + told.reason())
                .toList();
    }

    private List<String> preferences() {
        return ledger.facts.of(PreferenceChanged.class).stream().filter(told -> told.clientId().equals(client))
                .map(told -> told.state().name()).toList();
    }

    private List<String> replies() {
        return ledger.jdbc.queryForList("select text from reply where client_id = ?", String.class, client);
    }
}
