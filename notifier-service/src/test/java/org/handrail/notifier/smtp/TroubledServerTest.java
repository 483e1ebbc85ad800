package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.smtp.ScriptedSmtpServer.DROP;
import static org.handrail.notifier.smtp.ScriptedSmtpServer.STALL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.handrail.notifier.template.Rendering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse, stall, drop and lie: nothing lost, nothing doubled but what is called unknown. */
class TroubledServerTest {

    private final Rendering rendering = Reminders.rendering();
    private final RenderedMail mail = mail();
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void staysExactWhereverInTheContentTheServerDrops() {
        int length = mail.html().length() + mail.text().length();
        for (int bytes = 0; bytes < length; bytes += 97) {
            server.dropAfterContentBytes = bytes;
            try (AngusMailer mailer = Mailers.to(server.url("?timeout=5"))) {
                SendOutcome outcome = mailer.send(mail);
                assertThat(outcome).isIn(new SendOutcome.TryLater("lost"), new SendOutcome.Unknown("lost"));
            }
        }
        assertThat(server.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pipelining | CONNECT
            pipelining | EHLO
            pipelining | MAIL
            pipelining | RCPT
            pipelining | DATA
            pipelining | END
            none       | CONNECT
            none       | EHLO
            none       | MAIL
            none       | RCPT
            none       | DATA
            none       | END
            """)
    void losesAndDoublesNothingWhereverTheServerDrops(String extension, String verb) {
        server.extensions = extension.equals("none") ? List.of("8BITMIME") : List.of("PIPELINING");
        server.next(verb, DROP, DROP, DROP);
        try (AngusMailer mailer = Mailers.to(server.url("?timeout=5"))) {
            sendUntilSettled(mailer, 30);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
    void givesUpOnAServerThatSaysNothing(String verb) {
        server.next(verb, STALL);
        try (AngusMailer mailer = Mailers.to(server.url("?timeout=1"))) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.TryLater("timeout"));
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
        }
        assertThat(server.taken).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL | banana                                | TryLater[code=lost, trouble=PROVIDER]
            MAIL | 250-first<nl>550 second               | TryLater[code=lost, trouble=PROVIDER]
            MAIL | 100 continue                          | TryLater[code=lost, trouble=PROVIDER]
            RCPT | 25                                    | TryLater[code=lost, trouble=PROVIDER]
            RCPT | 999 no such code                      | TryLater[code=lost, trouble=PROVIDER]
            RCPT | 350 half accepted                     | TryLater[code=lost, trouble=PROVIDER]
            DATA | 250 already queued                    | TryLater[code=lost, trouble=PROVIDER]
            DATA | 354 go on<nl>250 2.0.0 queued already | Unknown[code=early-answer]
            END  | banana                                | Unknown[code=lost]
            END  | 250-first<nl>554 second               | Unknown[code=lost]
            END  | 354 more, please                      | Unknown[code=protocol]
            """)
    void believesNoServerThatSpeaksSomethingElse(String verb, String answer, String outcome) {
        server.next(verb, answer.replace("<nl>", "\n"));
        try (AngusMailer mailer = Mailers.to(server.url("?timeout=2"))) {
            assertThat(mailer.send(mail)).hasToString(outcome);
        }
    }

    @Test
    void readsLongAnswersOfManyLinesButNotEndlessOnes() {
        server.next("RCPT", "250-" + "x".repeat(2_000) + "\n250-more\n250 ok", "250 " + "y".repeat(200_000));
        try (AngusMailer mailer = Mailers.to(server.url("?timeout=2"))) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void sendsNoContentToAServerThatRefusedTheRecipientButWantsTheContent() {
        server.next("RCPT", "550 5.1.1 unknown").next("DATA", "354 go on");
        try (AngusMailer mailer = Mailers.to(server.url(""))) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("5.1.1", true, false));
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
        }
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void resetsAfterARefusalWithoutAnotherRoundTrip() {
        server.next("RCPT", "550 5.1.1 unknown").next("DATA", "554 5.5.1 no recipients");
        try (AngusMailer mailer = Mailers.to(server.url(""))) {
            mailer.send(mail);
            mailer.send(mail);
        }
        assertThat(server.commands).anyMatch(command -> command.equals("RSET"));
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void triesLaterWhenNobodyListens() throws IOException {
        String url = server.url("?timeout=1");
        server.close();
        try (AngusMailer mailer = Mailers.to(url)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.TryLater("no-connection"));
        }
    }

    @Test
    void takesAGreetingThatTurnsUsAwayForNoVerdictOnTheMessage() {
        server.next("CONNECT", "554 no service here", "421 4.3.2 too many connections");
        try (AngusMailer mailer = Mailers.to(server.url(""))) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.TryLater("554"));
            assertThat(mailer.send(mail)).isInstanceOf(SendOutcome.TryLater.class);
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
        }
    }

    @Test
    void opensNoMoreConnectionsThanAgreed() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(12);
        try (AngusMailer mailer = Mailers.to(server.url("?connections=3"))) {
            List<Future<SendOutcome>> sent = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                sent.add(senders.submit(() -> mailer.send(mail())));
            }
            for (Future<SendOutcome> outcome : sent) {
                assertThat(outcome.get()).isEqualTo(new SendOutcome.Accepted());
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(server.connections()).isLessThanOrEqualTo(3);
        assertThat(server.taken).hasSize(300);
        assertThat(server.taken).extracting(ScriptedSmtpServer.Taken::mail).doesNotHaveDuplicates();
    }

    private void sendUntilSettled(AngusMailer mailer, int messages) {
        int unknown = 0;
        for (int i = 0; i < messages; i++) {
            RenderedMail next = mail();
            SendOutcome outcome = mailer.send(next);
            for (int again = 0; again < 10 && outcome instanceof SendOutcome.TryLater; again++) {
                outcome = mailer.send(next);
            }
            boolean arrived = server.taken.stream().filter(taken -> taken.mail().contains(next.returnPathToken()))
                    .count() == 1;
            if (outcome instanceof SendOutcome.Unknown) {
                unknown++;
            } else {
                assertThat(outcome).isEqualTo(new SendOutcome.Accepted());
                assertThat(arrived).isTrue();
            }
        }
        assertThat(unknown).isLessThanOrEqualTo(3);
        assertThat(server.taken).extracting(ScriptedSmtpServer.Taken::mail).doesNotHaveDuplicates();
    }

    private RenderedMail mail() {
        return rendering.render(Reminders.reminder("appointment-reminder", Language.ES, "Íñigo"));
    }
}
