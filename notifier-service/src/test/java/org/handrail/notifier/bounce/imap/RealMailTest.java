package org.handrail.notifier.bounce.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.notifier.bounce.TakingReturns;
import org.handrail.notifier.bounce.jdbc.JdbcReturns;
import org.handrail.notifier.bounce.jdbc.JdbcSentMails;
import org.handrail.notifier.bounce.jdbc.MailboxTurns;
import org.handrail.notifier.consent.jdbc.TakingStops;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.jdbc.Columns;
import org.handrail.notifier.link.FixedLinkKeys;
import org.handrail.notifier.link.ReturnPaths;
import org.handrail.notifier.smtp.AngusMailer;
import org.handrail.notifier.smtp.Mailers;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.testing.Given;
import org.handrail.notifier.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** By hand, through acceptance/real-mail: a real Postfix makes the bounces, a real Dovecot keeps them. */
@EnabledIfEnvironmentVariable(named = "HANDRAIL_TRY_SMTP_URL", matches = ".+")
class RealMailTest {

    private static final ReturnPaths TOKENS = new ReturnPaths(new FixedLinkKeys());

    @Test
    void hearsWhatBecameOfMail() throws Exception {
        try (TestLedger ledger = new TestLedger("RealMailTest");
                AngusMailer mailer = Mailers.to(System.getenv("HANDRAIL_TRY_SMTP_URL"))) {
            UUID nobody = sent(ledger, mailer, "nobody@clients.test");
            UUID full = sent(ledger, mailer, "full@clients.test");
            UUID refused = sent(ledger, mailer, "refused@policy.test");
            UUID noDomain = sent(ledger, mailer, "somebody@nowhere.test");
            UUID arrives = sent(ledger, mailer, "robin@clients.test");

            ImapMailbox mailbox = ImapMailbox.parse(System.getenv("HANDRAIL_TRY_IMAP_URL"));
            MailboxTurns turns = new MailboxTurns(ledger.jdbc, UUID.randomUUID());
            TakingReturns taking = new TakingReturns(new TakingReturns.Parts(new JdbcReturns(ledger.jdbc),
                    new JdbcSentMails(ledger.jdbc, ledger.facts, changed -> { }), TOKENS, ledger.addresses,
                    new TakingStops(ledger.consents, ledger.transaction), ledger.facts,
                    (code, at) -> ledger.alerts.raise(List.of(code), at), text -> false, ledger.clock,
                    (who, wish) -> { }));
            MailboxReader reader = new MailboxReader(mailbox, message -> ledger.inTransaction(() -> taking.take(message)),
                    () -> turns.take(mailbox.toString()), turns::leave, now -> { }, ledger.clock);
            reader.start();
            try {
                await().atMost(Duration.ofMinutes(8)).untilAsserted(() -> {
                    assertThat(ledger.stateOf(nobody)).isEqualTo("BOUNCED smtp-5.1.1");
                    assertThat(ledger.stateOf(full)).isEqualTo("BOUNCED smtp-5.2.2");
                    assertThat(ledger.stateOf(refused)).isEqualTo("BOUNCED smtp-5.7.1");
                    assertThat(ledger.stateOf(noDomain)).isEqualTo("BOUNCED smtp-5.1.2");
                });
                assertThat(ledger.stateOf(arrives)).isEqualTo("SENT accepted");
                assertThat(ledger.jdbc.queryForList("""
                        select email || ' ' || suppressed_reason from address join contact using (client_id)
                        where suppressed_at is not null order by 1
                        """, String.class)).containsExactly("nobody@clients.test smtp-5.1.1",
                        "somebody@nowhere.test smtp-5.1.2");
                assertThat(reader.state().fault()).isNull();

                // the reader is idle now, unless the mailbox was full: the server has to tell it
                UUID late = sent(ledger, mailer, "nobody.else@clients.test");
                await().atMost(System.getenv("FULL") == null ? Duration.ofSeconds(15) : Duration.ofMinutes(5))
                        .untilAsserted(() -> assertThat(ledger.stateOf(late)).isEqualTo("BOUNCED smtp-5.1.1"));
                keepsHearing(ledger, mailer);
            } finally {
                reader.stop();
            }
        }
    }

    /** Bounces are moved and answers are deleted, which mail libraries and servers number anew each time. */
    private static void keepsHearing(TestLedger ledger, AngusMailer mailer) throws Exception {
        for (int round = 1; round <= 5; round++) {
            String reader = "reader" + round + "@clients.test";
            UUID answered = sent(ledger, mailer, reader);
            UUID gone = sent(ledger, mailer, "gone" + round + "@clients.test");
            answer(reader, TOKENS.tokenFor(answered, TestLedger.NOW) + "@bounces.example.org");
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(ledger.stateOf(gone)).isEqualTo("BOUNCED smtp-5.1.1");
                assertThat(ledger.jdbc.queryForList("""
                        select k.state from consent k join delivery d using (client_id, purpose) where d.id = ?
                        """, String.class, answered)).containsExactly("WITHDRAWN");
            });
        }
    }

    private static void answer(String from, String to) throws MessagingException {
        URI server = URI.create(System.getenv("HANDRAIL_TRY_SMTP_URL"));
        Session session = Session.getInstance(new Properties());
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject("Re: Your appointment");
        mail.setText("STOP\n");
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(server.getHost(), server.getPort(), null, null);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private static UUID sent(TestLedger ledger, AngusMailer mailer, String address) {
        UUID client = UUID.randomUUID();
        ReminderDue reminder = Given.followUp(client);
        ledger.inTransaction(() -> {
            ledger.contacts.keep(List.of(Given.contact(client, 1, address, 1)));
            ledger.consents.enter(List.of(Given.consent(client, Purpose.FOLLOW_UP, TestLedger.NOW)), List.of());
            ledger.queue.take(List.of(reminder), List.of());
        });
        assertThat(mailer.send(new RenderedMail(reminder.reminderId(), address,
                TOKENS.tokenFor(reminder.reminderId(), TestLedger.NOW), "en", "Your appointment", "Hello", "<p>Hello</p>",
                "https://links.mail.test/u/x", TestLedger.NOW))).isEqualTo(new SendOutcome.Accepted());
        ledger.jdbc.update("""
                update delivery set state = 'SENT', reason = 'accepted', address_version = 1, claimed_at = ? where id = ?
                """, Columns.utc(TestLedger.NOW), reminder.reminderId());
        return reminder.reminderId();
    }
}
