package org.handrail.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.handrail.local.mailbox.Behaviour;
import org.handrail.local.mailbox.DirectoryStore;
import org.handrail.local.mailbox.MailStore;
import org.handrail.local.mailbox.MailboxSmtp;
import org.handrail.local.mailbox.MailboxWeb;
import org.handrail.local.mailbox.MemoryStore;
import org.handrail.local.mailbox.ReceivedMail;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that delivers to itself: it takes mail by SMTP for any address and shows it on a web page, both on the
 * loopback interface. It can play a difficult server ({@link #behaviour}). Mail is kept as files in a directory that is
 * given, else in memory; the oldest goes when there is too much.
 */
public final class LocalMailbox implements AutoCloseable {

    private static final int MOST_KEPT = 10_000;
    private static final int MOST_IN_MEMORY = 5_000;
    private static final long MOST_BYTES_IN_MEMORY = 64L * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Behaviour behaviour = new Behaviour();
    private final MailStore store;
    private final MailboxSmtp smtp;
    private final MailboxWeb web;

    private LocalMailbox(int smtpPort, int webPort, MailStore store, Clock clock) {
        this.store = store;
        this.smtp = new MailboxSmtp(smtpPort, behaviour, store, clock, mail -> signal());
        try {
            this.web = new MailboxWeb(webPort, store);
        } catch (RuntimeException e) {
            smtp.close();
            throw e;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public static LocalMailbox start() {
        return builder().start();
    }

    public int smtpPort() {
        return smtp.port();
    }

    /** For HANDRAIL_SMTP_URL. */
    public String smtpUrl() {
        return "smtp://127.0.0.1:" + smtp.port();
    }

    public String webUrl() {
        return "http://localhost:" + web.port();
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    /** Oldest first. */
    public List<ReceivedMail> messages() {
        return store.envelopes().stream().flatMap(envelope -> store.find(envelope.id()).stream()).toList();
    }

    public List<ReceivedMail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.envelope().isTo(address)).toList();
    }

    public int count() {
        return store.envelopes().size();
    }

    public void clear() {
        store.clear();
    }

    /**
     * The first that matches, whether it is there already or arrives in time.
     *
     * @throws AssertionError when none does
     */
    public ReceivedMail await(Predicate<ReceivedMail> wanted, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (true) {
                Optional<ReceivedMail> found = messages().stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new AssertionError("No such mail within " + atMost + ", of " + count() + " received");
                }
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a mail", e);
        } finally {
            lock.unlock();
        }
    }

    public ReceivedMail awaitTo(String address, Duration atMost) {
        return await(mail -> mail.envelope().isTo(address), atMost);
    }

    @Override
    public void close() {
        web.close();
        smtp.close();
    }

    private void signal() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How to start a mailbox. */
    public static final class Builder {

        private int smtpPort;
        private int webPort;
        private @Nullable Path directory;
        private Clock clock = Clock.systemUTC();

        private Builder() {
        }

        /** 0, the default, takes any free one. */
        public Builder smtpPort(int smtpPort) {
            this.smtpPort = smtpPort;
            return this;
        }

        /** 0, the default, takes any free one. */
        public Builder webPort(int webPort) {
            this.webPort = webPort;
            return this;
        }

        public Builder directory(Path directory) {
            this.directory = directory;
            return this;
        }

        /** Tells when a mail was received. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** @throws FreePort.PortTaken when something else listens on a port */
        public LocalMailbox start() {
            MailStore store = directory == null
                    ? new MemoryStore(MOST_IN_MEMORY, MOST_BYTES_IN_MEMORY)
                    : new DirectoryStore(directory, MOST_KEPT);
            return new LocalMailbox(freeOrZero(smtpPort, "mailbox (SMTP)"), freeOrZero(webPort, "mailbox (web page)"), store, clock);
        }

        private static int freeOrZero(int port, String whose) {
            return port == 0 ? 0 : FreePort.orAny(port, whose);
        }
    }
}
