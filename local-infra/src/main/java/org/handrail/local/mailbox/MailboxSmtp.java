package org.handrail.local.mailbox;

import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** The mailbox's door for mail: an SMTP server on the loopback interface. */
public final class MailboxSmtp implements AutoCloseable {

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService sessions = Executors.newCachedThreadPool(DaemonThreads.named("mailbox-smtp"));
    private final SMTPServer server;

    public MailboxSmtp(int port, Behaviour behaviour, MailStore store, Clock clock, Consumer<ReceivedMail> received) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Handrail mailbox")
                .insertReceivedHeaders(false)
                .executorService(sessions)
                .maxMessageSize(Delivery.LARGEST)
                .serverThreadName("mailbox-smtp-accept")
                .messageHandlerFactory(context ->
                        new Delivery((Session) context, behaviour, store, clock, closing, received))
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
        sessions.shutdownNow();
    }
}
