package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.notifier.smtp.ScriptedSmtpServer.DROP;
import static org.handrail.notifier.smtp.ScriptedSmtpServer.STALL;

import java.io.IOException;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngusMailerTest {

    private ScriptedSmtpServer server;
    private AngusMailer mailer;
    private final RenderedMail mail = Reminders.rendering()
            .render(Reminders.reminder("appointment-reminder", Language.EN, "Alex"));

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        mailer = Mailers.to(server.url("?connections=2&timeout=1"));
    }

    @AfterEach
    void stop() throws IOException {
        mailer.close();
        server.close();
    }

    @Test
    void handsAMessageToTheServer() {
        SendOutcome outcome = mailer.send(mail);

        assertThat(outcome).isEqualTo(new SendOutcome.Accepted());
        assertThat(server.taken).singleElement().satisfies(taken -> {
            assertThat(taken.mail()).isEqualTo("MAIL FROM:<" + mail.returnPathToken()
                    + "@bounces.example.org> RET=HDRS ENVID=" + mail.returnPathToken());
            assertThat(taken.rcpt()).isEqualTo("RCPT TO:<alex@client.example>");
            assertThat(taken.content()).contains("Hello Alex,").endsWith("--\r\n");
        });
    }

    @Test
    void keepsTheConnectionAndWastesNoCommandOnIt() {
        for (int i = 0; i < 5; i++) {
            mailer.send(mail);
        }

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.taken).hasSize(5);
        assertThat(server.commands).noneMatch(command -> command.startsWith("NOOP") || command.startsWith("RSET"))
                .hasSize(1 + 3 * 5);
    }

    @Test
    void startsAnewWhenTheServerClosedTheConnectionMeanwhile() {
        mailer.send(mail);
        server.dropAll();

        assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
        assertThat(server.taken).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void startsAnewWhenTheServerSaysGoodbyeToAKeptConnection() {
        mailer.send(mail);
        server.next("MAIL", "421 4.4.2 idle for too long" + DROP);

        assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Accepted());
        assertThat(server.taken).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL | 451 4.3.0 later             | TryLater[code=4.3.0, trouble=PROVIDER]
            MAIL | 550 5.7.1 sender refused    | Refused[code=5.7.1, hard=false, operator=true]
            MAIL | 501 5.1.7 bad sender        | Refused[code=5.1.7, hard=false, operator=true]
            MAIL | 530 5.7.0 sign in first     | Refused[code=5.7.0, hard=false, operator=true]
            RCPT | 450 4.2.1 greylisted        | TryLater[code=4.2.1, trouble=MESSAGE]
            RCPT | 452 full                    | TryLater[code=452, trouble=DOMAIN]
            RCPT | 550 5.1.1 no such user      | Refused[code=5.1.1, hard=true, operator=false]
            RCPT | 550 5.1.10 null mx          | Refused[code=5.1.10, hard=true, operator=false]
            RCPT | 550 No such user here       | Refused[code=550, hard=true, operator=false]
            RCPT | 550 relaying denied         | Refused[code=550, hard=false, operator=true]
            RCPT | 554 Relay access denied     | Refused[code=554, hard=false, operator=true]
            RCPT | 554 5.7.1 blocked           | Refused[code=5.7.1, hard=false, operator=true]
            RCPT | 552 5.2.2 mailbox full      | Refused[code=5.2.2, hard=false, operator=false]
            RCPT | 550 5.1.8 sender's domain   | Refused[code=5.1.8, hard=false, operator=true]
            DATA | 451 4.3.2 not now           | TryLater[code=4.3.2, trouble=PROVIDER]
            DATA | 554 5.5.1 no recipients     | Refused[code=5.5.1, hard=false, operator=false]
            END  | 451 4.7.1 greylisted        | TryLater[code=4.7.1, trouble=MESSAGE]
            END  | 554 5.7.26 not signed       | Refused[code=5.7.26, hard=false, operator=true]
            END  | 550 5.1.1 no such user      | Refused[code=5.1.1, hard=true, operator=false]
            END  | 552 5.3.4 too big           | Refused[code=5.3.4, hard=false, operator=false]
            """)
    void tellsRefusalsApart(String verb, String answer, String outcome) {
        server.next(verb, answer);

        SendOutcome first = mailer.send(mail);
        SendOutcome second = mailer.send(mail);

        assertThat(first).hasToString(outcome);
        assertThat(second).isEqualTo(new SendOutcome.Accepted());
        assertThat(server.taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void triesLaterWhenAFreshConnectionIsLostBeforeTheContent(String verb) {
        server.next(verb, DROP);

        assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.TryLater("lost"));
        assertThat(server.taken).isEmpty();
    }

    @Test
    void doesNotKnowWhenTheConnectionIsLostAfterTheEndOfTheData() {
        server.next("END", DROP);

        assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Unknown("lost"));
        assertThat(server.taken).hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void greetsWithoutAMessage() {
        assertThat(mailer.greet()).isEqualTo(new SendOutcome.Accepted());
        server.next("CONNECT", "554 no service here");
        assertThat(mailer.greet()).isEqualTo(new SendOutcome.TryLater("554"));

        assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
        for (int i = 0; i < 5; i++) {
            assertThat(mailer.greet()).isEqualTo(new SendOutcome.Accepted());
        }
    }

    @Test
    void doesNotKnowWhenTheAnswerToTheEndOfTheDataNeverComes() {
        server.next("END", STALL);

        assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Unknown("timeout"));
    }
}
