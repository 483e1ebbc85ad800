package org.handrail.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.handrail.contract.Language;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.handrail.notifier.delivery.Trouble;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.template.Reminders;
import org.handrail.notifier.template.RenderedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsAndSignInTest {

    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted();
    private static SSLSocketFactory right;
    private static SSLSocketFactory otherName;

    private final RenderedMail mail = Reminders.rendering()
            .render(Reminders.reminder("follow-up-check-in", Language.EN, "Alex"));
    private ScriptedSmtpServer server;

    @BeforeAll
    static void makeCertificates(@TempDir Path one, @TempDir Path other) throws Exception {
        right = new TestCertificate(one, "ip:127.0.0.1").sockets();
        otherName = new TestCertificate(other, "dns:somewhere.example").sockets();
    }

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        server.tls = right;
        server.extensions = List.of("STARTTLS", "AUTH PLAIN", "PIPELINING", "DSN");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void encryptsAndSignsInOnAConnectionThatIsKept() {
        try (AngusMailer mailer = mailer("smtp://user%40example.org:p%3As@", "?tls=required", right)) {
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
        String signIn = server.commands.stream().filter(command -> command.startsWith("AUTH PLAIN")).findFirst()
                .orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(signIn.substring(11)), StandardCharsets.UTF_8))
                .endsWith("\0user@example.org\0p:s");
        assertThat(server.commands).containsOnlyOnce("STARTTLS");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void encryptsFromTheFirstByte() {
        server.implicitTls = true;
        try (AngusMailer mailer = mailer("smtps://", "", right)) {
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
        assertThat(server.commands).doesNotContain("STARTTLS");
    }

    @Test
    void sendsNothingToAServerOfAnotherName() {
        server.tls = otherName;
        try (AngusMailer mailer = mailer("smtp://", "?tls=required", otherName)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls", false, true));
        }
        server.implicitTls = true;
        try (AngusMailer mailer = mailer("smtps://", "", otherName)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls", false, true));
        }
        assertThat(server.taken).isEmpty();
    }

    @Test
    void sendsNothingToAServerThatNobodyVouchesFor() {
        try (AngusMailer mailer = mailer(
                "smtp://", "?tls=required", (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls", false, true));
        }
        assertThat(server.taken).isEmpty();
    }

    @Test
    void sendsNothingInTheClearWhenTlsIsRequired() {
        server.extensions = List.of("PIPELINING");
        try (AngusMailer mailer = mailer("smtp://", "?tls=required", right)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls-not-offered", false, true));
        }
        assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void believesNothingThatWasSaidInTheClearBehindTheLeaveToBeginTls() {
        server.next("STARTTLS", "220 ready\n250-injected\n250 AUTH PLAIN");
        try (AngusMailer mailer = mailer("smtp://user:secret@", "?tls=required", right)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls", false, true));
            assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH"));
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void givesNoPasswordAwayWhenTlsIsTakenOutOfTheOffer() {
        server.extensions = List.of("AUTH PLAIN LOGIN", "PIPELINING");
        try (AngusMailer mailer = mailer("smtp://user:secret@", "?tls=required", right)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls-not-offered", false, true));
        }
        assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void sendsNothingToAServerWhoseCertificateHasExpired(@TempDir Path folder) throws Exception {
        TestCertificate expired = TestCertificate.expired(folder, "ip:127.0.0.1");
        server.tls = expired.sockets();
        try (AngusMailer mailer = mailer("smtp://", "?tls=required", expired.sockets())) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("tls", false, true));
        }
        assertThat(server.taken).isEmpty();
    }

    @Test
    void triesLaterWhenTlsIsAwayForAWhile() {
        server.next("STARTTLS", "454 4.7.0 TLS not available");
        try (AngusMailer mailer = mailer("smtp://", "?tls=required", right)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.TryLater("4.7.0", Trouble.PROVIDER));
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void takesWhateverTlsThereIsWhenItIsOptional() {
        try (AngusMailer mailer = mailer("smtp://", "?tls=opportunistic", right)) {
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
        server.extensions = List.of("PIPELINING");
        try (AngusMailer mailer = mailer("smtp://", "?tls=opportunistic", right)) {
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
        assertThat(server.commands).containsOnlyOnce("STARTTLS");
    }

    @Test
    void tellsOperatorsAboutAWrongPasswordAndTriesLaterWhenTheServerCannotTell() {
        server.next("AUTH", "535 5.7.8 no", "454 4.7.0 cannot tell");
        try (AngusMailer mailer = mailer("smtp://user:wrong@", "?tls=none", right)) {
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.Refused("5.7.8", false, true));
            assertThat(mailer.send(mail)).isEqualTo(new SendOutcome.TryLater("4.7.0", Trouble.PROVIDER));
            assertThat(mailer.send(mail)).isEqualTo(ACCEPTED);
        }
    }

    private AngusMailer mailer(String before, String query, SSLSocketFactory trust) {
        return new AngusMailer(
                SmtpServer.parse(before + "127.0.0.1:" + server.port() + query), Mailers.SENDER,
                new MessageComposer(Mailers.SENDER, DkimSigner.unsigned()), trust);
    }
}
