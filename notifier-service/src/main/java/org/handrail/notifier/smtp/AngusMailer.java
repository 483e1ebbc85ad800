package org.handrail.notifier.smtp;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import org.handrail.notifier.delivery.Mailer;
import org.handrail.notifier.smtp.Conversation.Delivery;
import org.handrail.notifier.template.RenderedMail;

/** Sends over kept connections, opened when first needed, at most as many at a time as the server's setting says. */
public final class AngusMailer implements Mailer, AutoCloseable {

    private final SmtpServer server;
    private final MessageComposer composer;
    private final Dialling dialling;
    private final StallWatch watch;
    private final KeptConnections kept = new KeptConnections();
    private final Semaphore free;

    /** @param tls trusts the server's certificate; its name is checked besides */
    public AngusMailer(SmtpServer server, Sender sender, MessageComposer composer, SSLSocketFactory tls) {
        this.server = server;
        this.composer = composer;
        this.watch = new StallWatch(kept::closeOld);
        this.dialling = new Dialling(server, sender.greetingName(), tls, watch);
        this.free = new Semaphore(server.connections());
    }

    @Override
    public SendOutcome send(RenderedMail mail) {
        Optional<Recipient> recipient = Recipient.parse(mail.recipient());
        if (recipient.isEmpty()) {
            return new SendOutcome.Refused("5.1.3", true, false);
        }
        OutgoingMessage message = composer.compose(mail, recipient.get());
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.TryLater("stopping");
        }
        try {
            return deliver(message);
        } catch (NoConnection e) {
            return e.outcome();
        } finally {
            free.release();
        }
    }

    /** When all its connections are in use, it is plainly at work. */
    @Override
    public SendOutcome greet() {
        if (!free.tryAcquire()) {
            return new SendOutcome.Accepted();
        }
        try {
            dialling.open().leave();
            return new SendOutcome.Accepted();
        } catch (NoConnection e) {
            return e.outcome();
        } finally {
            free.release();
        }
    }

    @Override
    public int connections() {
        return server.connections();
    }

    @Override
    public int perSecond() {
        return server.perSecond();
    }

    @Override
    public void close() {
        kept.closeAll();
        watch.close();
    }

    /** A kept connection that the server has closed meanwhile says nothing about the message: open one and go on. */
    private SendOutcome deliver(OutgoingMessage message) throws NoConnection {
        Optional<KeptConnections.Kept> used = kept.take();
        if (used.isPresent()) {
            Delivery delivery = deliver(message, used.get().conversation(), used.get().openedAt());
            if (!(delivery.outcome() instanceof SendOutcome.TryLater) || delivery.usable() || !delivery.nothingSent()) {
                return delivery.outcome();
            }
        }
        return deliver(message, dialling.open(), System.nanoTime()).outcome();
    }

    private Delivery deliver(OutgoingMessage message, Conversation conversation, long openedAt) {
        Delivery delivery = conversation.deliver(message);
        if (delivery.usable()) {
            kept.giveBack(conversation, openedAt);
        }
        return delivery;
    }
}
