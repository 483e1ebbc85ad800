package org.handrail.local.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail transaction of an SMTP session: takes recipients and content and answers as the {@link Behaviour} says. */
final class Delivery implements MessageHandler {

    static final int LARGEST = 10 * 1024 * 1024;

    private final Session session;
    private final Behaviour behaviour;
    private final MailStore store;
    private final Clock clock;
    private final CountDownLatch closing;
    private final Consumer<ReceivedMail> received;
    private final List<String> recipients = new ArrayList<>();
    private String from = "";
    private Answer answer = new Answer.Accept();

    Delivery(Session session, Behaviour behaviour, MailStore store, Clock clock, CountDownLatch closing,
            Consumer<ReceivedMail> received) {
        this.session = session;
        this.behaviour = behaviour;
        this.store = store;
        this.clock = clock;
        this.closing = closing;
        this.received = received;
    }

    @Override
    public void from(String from) {
        this.from = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        Answer next = behaviour.next(recipient);
        if (next instanceof Answer.RefuseRecipient refusal) {
            throw new RejectException(refusal.code(), refusal.text());
        }
        if (!(next instanceof Answer.Accept)) {
            answer = next;
        }
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        if (answer instanceof Answer.CutBeforeContent) {
            throw cut();
        }
        byte[] raw = data.readNBytes(LARGEST + 1);
        if (raw.length > LARGEST) {
            data.transferTo(OutputStream.nullOutputStream());
            throw new RejectException(552, "5.3.4 Message too big");
        }
        if (answer instanceof Answer.RefuseContent refusal) {
            throw new RejectException(refusal.code(), refusal.text());
        }
        received.accept(store.add(clock.instant(), from, recipients, raw));
        if (answer instanceof Answer.CutAfterContent) {
            throw cut();
        }
        if (answer instanceof Answer.Stall stall) {
            stall(stall.delay());
        }
        return null;
    }

    private DropConnectionException cut() throws IOException {
        session.closeSocket();
        return new DropConnectionException(421, "4.3.2 Closing");
    }

    private void stall(Duration delay) throws DropConnectionException {
        try {
            if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DropConnectionException(421, "4.3.2 Closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DropConnectionException(421, "4.3.2 Closing");
        }
    }

    @Override
    public void done() {
        // nothing is held between mails
    }
}
