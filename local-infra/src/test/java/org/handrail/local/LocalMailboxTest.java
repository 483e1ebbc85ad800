package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.file.Path;
import java.time.Duration;
import org.handrail.local.mailbox.ReceivedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailboxTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final LocalMailbox mailbox = LocalMailbox.start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void keepsWhatWasSentAndTheEnvelope() throws Exception {
        TestMail.send(mailbox.smtpPort(), "ana@example.org", "Cita mañana");

        ReceivedMail mail = mailbox.awaitTo("ANA@example.org", SOON);

        assertThat(mail.subject()).isEqualTo("Cita mañana");
        assertThat(mail.envelope().from()).isEqualTo("frontdesk@example.org");
        assertThat(mail.text().lines()).containsExactly("Hello", ".", "A line of a dot above");
        assertThat(mail.html()).isEqualTo("<p>Hello</p>");
        assertThat(mail.header("MIME-version")).contains("1.0");
        assertThat(new String(mail.raw())).doesNotContain("Received:");
    }

    @Test
    void saysThatNoMailCame() {
        assertThatThrownBy(() -> mailbox.awaitTo("nobody@example.org", Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void knowsNobodyWhoseAddressStartsWithBounce() {
        Throwable refused = catchThrowable(() -> TestMail.send(mailbox.smtpPort(), "bounce-7@example.org", "x"));

        assertThat(refused).isInstanceOf(SendFailedException.class);
        assertThat(refused.getCause()).hasMessageContaining("550 5.1.1");
        assertThat(mailbox.count()).isZero();
    }

    @Test
    void refusesAsItIsTold() {
        mailbox.behaviour().refuse("full@example.org", 552, "5.2.2 Mailbox full");

        assertThatThrownBy(() -> TestMail.send(mailbox.smtpPort(), "full@example.org", "x"))
                .rootCause().hasMessageContaining("552 5.2.2 Mailbox full");
    }

    @Test
    void putsOffSoManyTimesAndThenAccepts() throws Exception {
        mailbox.behaviour().defer("busy@example.org", 2);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> TestMail.send(mailbox.smtpPort(), "busy@example.org", "x"))
                    .rootCause().hasMessageContaining("451 4.3.0");
        }
        TestMail.send(mailbox.smtpPort(), "busy@example.org", "x");

        assertThat(mailbox.messagesTo("busy@example.org")).hasSize(1);
    }

    @Test
    void cutsTheConnectionBeforeTheContentAndKeepsNothing() throws Exception {
        mailbox.behaviour().cutBeforeContent(1);

        assertThatThrownBy(() -> TestMail.send(mailbox.smtpPort(), "ana@example.org", "x"))
                .isInstanceOf(MessagingException.class);
        assertThat(mailbox.count()).isZero();
        TestMail.send(mailbox.smtpPort(), "ana@example.org", "x");
        assertThat(mailbox.count()).isOne();
    }

    @Test
    void cutsTheConnectionAfterTheContentAndKeepsTheMail() {
        mailbox.behaviour().cutAfterContent(1);

        assertThatThrownBy(() -> TestMail.send(mailbox.smtpPort(), "ana@example.org", "x"))
                .isInstanceOf(MessagingException.class);
        assertThat(mailbox.count()).isOne();
    }

    @Test
    void stallsUntilItIsClosed() throws Exception {
        mailbox.behaviour().stall(Duration.ofHours(1), 1);
        var sending = java.util.concurrent.CompletableFuture.supplyAsync(() ->
                catchThrowable(() -> TestMail.send(mailbox.smtpPort(), "ana@example.org", "x")));

        mailbox.awaitTo("ana@example.org", SOON);
        assertThat(sending).isNotDone();
        mailbox.close();

        assertThat(sending.get(10, java.util.concurrent.TimeUnit.SECONDS)).isInstanceOf(MessagingException.class);
    }

    @Test
    void keepsMailInADirectoryAcrossARestart() throws Exception {
        try (var first = LocalMailbox.builder().directory(directory).start()) {
            TestMail.send(first.smtpPort(), "ana@example.org", "First");
        }

        try (var second = LocalMailbox.builder().directory(directory).start()) {
            TestMail.send(second.smtpPort(), "ana@example.org", "Second");

            assertThat(second.messagesTo("ana@example.org")).extracting(ReceivedMail::subject)
                    .containsExactly("First", "Second");
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        assertThatThrownBy(() -> LocalMailbox.builder().smtpPort(mailbox.smtpPort()).start())
                .isInstanceOf(FreePort.PortTaken.class);
    }
}
