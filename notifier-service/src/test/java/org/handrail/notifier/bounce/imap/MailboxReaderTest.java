package org.handrail.notifier.bounce.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.handrail.notifier.bounce.Kind;
import org.handrail.notifier.bounce.Outcome;
import org.handrail.notifier.bounce.TakingReturns.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxReaderTest {

    private static final Taken DONE = new Taken(Kind.HARD, Outcome.DONE);

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<MailboxReader> readers = new ArrayList<>();
    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void start() {
        serve(0);
    }

    @AfterEach
    void stop() {
        readers.forEach(MailboxReader::stop);
        server.stop();
    }

    @Test
    void takesWhatIsThereAndWhatComesAndPutsItAway() throws Exception {
        deliver("one");
        read("?poll=1", () -> true, this::take);
        awaitTaken("one");

        deliver("two");
        awaitTaken("one", "two");

        await().untilAsserted(() -> assertThat(in("INBOX")).isEmpty());
        assertThat(in("Processed")).hasSize(2);
    }

    @Test
    void emptiesAFullMailboxInOrder() throws Exception {
        for (int i = 0; i < 150; i++) {
            deliver("no " + i);
        }
        MailboxReader reader = read("", () -> true, this::take);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(in("Processed")).hasSize(150));
        assertThat(taken).hasSize(150).startsWith("no 0", "no 1").endsWith("no 149");
        assertThat(reader.state().fault()).isNull();
    }

    @Test
    void keepsForOperatorsWhatNobodyCanRead() throws Exception {
        deliver("poison");
        deliver("foreign");
        deliver("good");
        read("", () -> true, message -> {
            if (subject(message).equals("poison")) {
                throw new IllegalStateException("as if its bytes were too odd");
            }
            take(message);
            return subject(message).equals("foreign") ? new Taken(Kind.HARD, Outcome.FOREIGN) : DONE;
        });

        await().untilAsserted(() -> assertThat(in("Processed")).hasSize(1));
        await().untilAsserted(() -> assertThat(in("Unclear")).hasSize(2));
        assertThat(in("INBOX")).isEmpty();
    }

    /** What a client wrote is in the database, from where it can be erased. */
    @Test
    void leavesNoAnswerOfAClientInTheMailbox() throws Exception {
        deliver("reply");
        read("", () -> true, message -> new Taken(Kind.REPLY, Outcome.DONE));

        await().untilAsserted(() -> assertThat(in("INBOX")).isEmpty());
        assertThat(in("Processed")).isEmpty();
    }

    /** The mail library keeps places for what it moved away, and lost sight of what came after both. */
    @Test
    void goesOnAfterALookThatMovedOneMessageAndDeletedAnother() throws Exception {
        deliver("bounce");
        deliver("reply");
        read("?poll=1", () -> true, message -> {
            take(message);
            return subject(message).equals("reply") ? new Taken(Kind.REPLY, Outcome.DONE) : DONE;
        });
        awaitTaken("bounce", "reply");
        await().untilAsserted(() -> assertThat(in("INBOX")).isEmpty());

        deliver("another");
        awaitTaken("bounce", "reply", "another");
        await().untilAsserted(() -> assertThat(in("Processed")).hasSize(2));
    }

    @Test
    void letsOneInstanceLook() throws Exception {
        Set<String> holder = ConcurrentHashMap.newKeySet();
        for (String name : List.of("a", "b")) {
            read("?poll=1", () -> {
                holder.add(name);
                return holder.iterator().next().equals(name);
            }, this::take);
        }
        for (int i = 0; i < 20; i++) {
            deliver("no " + i);
        }

        await().untilAsserted(() -> assertThat(in("Processed")).hasSize(20));
        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void comesBackWhenTheMailboxDoes() throws Exception {
        MailboxReader reader = read("?poll=1", () -> true, this::take);
        deliver("before");
        awaitTaken("before");

        int port = server.getImap().getPort();
        server.stop();
        await().untilAsserted(() -> assertThat(reader.state().fault()).isNotNull());
        serve(port);
        deliver("after");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(taken).contains("after"));
        await().untilAsserted(() -> assertThat(reader.state().fault()).isNull());
    }

    @Test
    void readsNothingWithoutTheEncryptionThatIsRequired() throws Exception {
        deliver("one");
        MailboxReader reader = read("?tls=required", () -> true, this::take);

        await().untilAsserted(() -> assertThat(reader.state().fault()).isNotNull());
        assertThat(taken).isEmpty();
        assertThat(in("INBOX")).hasSize(1);
    }

    @Test
    void readsItsSettingsAndNeverShowsThePassword() {
        ImapMailbox mailbox = ImapMailbox.parse("imaps://b%40c.example:p%3Aw@mail.example/Bounces?poll=60&keep=7");

        assertThat(mailbox.tls()).isEqualTo(ImapMailbox.Tls.REQUIRED);
        assertThat(mailbox.user()).isEqualTo("b@c.example");
        assertThat(mailbox.password()).isEqualTo("p:w");
        assertThat(mailbox).hasToString("imaps://mail.example:993/Bounces");
        assertThat(ImapMailbox.parse("imap://a:b@mail.example").tls()).isEqualTo(ImapMailbox.Tls.REQUIRED);
        assertThat(ImapMailbox.parse("imap://a:b@localhost").tls()).isEqualTo(ImapMailbox.Tls.NONE);
        for (String wrong : List.of("pop://a:secret@h", "imap://h", "imaps://a:secret@h?tls=none",
                "imap://a:secret@h?colour=red", "imap://a:secret@h?poll=soon", "imap://a:sec ret@h")) {
            assertThatThrownBy(() -> ImapMailbox.parse(wrong)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("HANDRAIL_BOUNCE_IMAP_URL").hasMessageNotContaining("secret");
        }
    }

    private Taken take(byte[] message) {
        taken.add(subject(message));
        return DONE;
    }

    private static String subject(byte[] message) {
        return new String(message, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("Subject: "))
                .map(line -> line.substring(9)).findFirst().orElse("");
    }

    private MailboxReader read(String options, BooleanSupplier myTurn, Function<byte[], Taken> taking) {
        MailboxReader reader = new MailboxReader(ImapMailbox.parse(
                "imap://bounces:secret@127.0.0.1:" + server.getImap().getPort() + "/INBOX" + options), taking, myTurn,
                () -> { }, now -> { }, Clock.systemUTC());
        readers.add(reader);
        reader.start();
        return reader;
    }

    private void serve(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "imap"));
        server.start();
        user = server.setUser("bounces@clinic.example", "bounces", "secret");
    }

    private void deliver(String subject) throws Exception {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(
                ("From: MAILER-DAEMON@mx.example\r\nTo: bounces@clinic.example\r\nSubject: " + subject
                        + "\r\n\r\nHello\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private List<?> in(String folder) throws Exception {
        MailFolder found = folder.equals("INBOX") ? server.getManagers().getImapHostManager().getInbox(user)
                : server.getManagers().getImapHostManager().getFolder(user, folder);
        return found == null ? List.of() : found.getMessages();
    }

    private void awaitTaken(String... subjects) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(taken).containsExactly(subjects));
    }
}
