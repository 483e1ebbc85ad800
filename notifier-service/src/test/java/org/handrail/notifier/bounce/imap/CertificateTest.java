package org.handrail.notifier.bounce.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.handrail.notifier.smtp.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS on a socket. A server that is not who it should be never hears the password. */
class CertificateTest {

    private static final String PASSWORD = "only-for-the-right-one";

    @TempDir
    private Path folder;

    @Test
    void isTrustedOnlyWithTheServersName() throws Exception {
        TestCertificate right = new TestCertificate(folder, "ip:127.0.0.1");

        try (Server server = new Server(right.sockets(), true)) {
            MessagingException refused = opening(server.mailbox("imaps"), right.sockets());

            assertThat(refused).as("TLS was fine, and the server said no").isInstanceOf(AuthenticationFailedException.class);
            assertThat(MailboxFault.code(refused)).isEqualTo("sign-in-refused");
            assertThat(server.heard).anyMatch(line -> line.contains(PASSWORD));
        }
    }

    @Test
    void ofAnotherNameOrOutOfDateIsRefusedBeforeAnythingIsSaid() throws Exception {
        for (TestCertificate wrong : List.of(new TestCertificate(made("a"), "dns:mail.example.org"),
                TestCertificate.expired(made("b"), "ip:127.0.0.1"))) {
            for (String scheme : List.of("imaps", "imap")) {
                try (Server server = new Server(wrong.sockets(), scheme.equals("imaps"))) {
                    MessagingException refused = opening(server.mailbox(scheme), wrong.sockets());

                    assertThat(MailboxFault.code(refused)).isEqualTo("certificate-not-trusted");
                    assertThat(server.heard).noneMatch(line -> line.contains("LOGIN") || line.contains(PASSWORD));
                }
            }
        }
    }

    @Test
    void thatNobodyVouchesForIsToldToOperators() throws Exception {
        try (Server server = new Server(new TestCertificate(folder, "ip:127.0.0.1").sockets(), true)) {
            MailboxReader reader = new MailboxReader(server.mailbox("imaps"), message -> {
                throw new IllegalStateException("there is none");
            }, () -> true, () -> { }, now -> { }, Clock.systemUTC());
            reader.start();
            try {
                await().untilAsserted(() -> assertThat(reader.state().fault()).isEqualTo("certificate-not-trusted"));
            } finally {
                reader.stop();
            }
            assertThat(server.heard).isEmpty();
        }
    }

    @Test
    void isAskedForWhereTheServerOffersNoTls() throws Exception {
        try (Server server = new Server(null, false)) {
            MessagingException refused = opening(server.mailbox("imap"), null);

            assertThat(MailboxFault.code(refused)).isEqualTo("tls-not-offered");
            assertThat(server.heard).noneMatch(line -> line.contains("LOGIN"));
        }
    }

    private Path made(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static MessagingException opening(ImapMailbox mailbox, SSLSocketFactory trusting) {
        Properties properties = mailbox.properties();
        if (trusting != null) {
            properties.put("mail." + mailbox.protocol() + ".ssl.socketFactory", trusting);
        }
        return catchThrowableOfType(MessagingException.class, () -> OpenMailbox.open(mailbox, properties).close());
    }

    /** Greets, offers STARTTLS if it can, and refuses every sign-in. */
    private static final class Server implements AutoCloseable {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        private final SSLSocketFactory tls;
        private final boolean atOnce;

        Server(SSLSocketFactory tls, boolean atOnce) throws IOException {
            this.tls = tls;
            this.atOnce = atOnce;
            Thread serving = new Thread(this::serve, "imap-server");
            serving.setDaemon(true);
            serving.start();
        }

        ImapMailbox mailbox(String scheme) {
            return ImapMailbox.parse(scheme + "://bounces:" + PASSWORD + "@127.0.0.1:" + listening.getLocalPort()
                    + "/INBOX?tls=required");
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (Socket plain = listening.accept()) {
                    Socket socket = atOnce ? secured(plain) : plain;
                    say(socket, "* OK ready");
                    talk(socket);
                } catch (IOException refusedOrClosed) {
                    // the next one
                }
            }
        }

        private void talk(Socket socket) throws IOException {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String tag = line.split(" ")[0];
                if (line.endsWith("CAPABILITY")) {
                    say(socket, "* CAPABILITY IMAP4rev1" + (tls != null && !(socket instanceof SSLSocket)
                            ? " STARTTLS" : ""));
                    say(socket, tag + " OK");
                } else if (line.endsWith("STARTTLS")) {
                    say(socket, tag + " OK");
                    talk(secured(socket));
                    return;
                } else {
                    say(socket, tag + " NO");
                }
            }
        }

        private Socket secured(Socket plain) throws IOException {
            SSLSocket socket = (SSLSocket) tls.createSocket(plain, "127.0.0.1", plain.getPort(), true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            return socket;
        }

        private static void say(Socket socket, String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
