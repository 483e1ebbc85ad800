package org.handrail.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.handrail.notifier.delivery.Mailer.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One connection's dialogue. Angus connects, secures, signs in and speaks; what differs from its own sendMessage is
 * that the envelope goes as one group where the server allows it (RFC 2920), that the content is bytes already made,
 * and that after a fault it is known whether the end of the data had left. Used by one thread at a time.
 */
final class Conversation extends SMTPTransport {

    private final KeptSocket socket;
    private final Duration timeout;
    private boolean gathering;
    private boolean resetFirst;
    private boolean tlsFailed;
    private boolean securing;
    private boolean secured;
    private int answerInHand;
    private int delivered;

    /** @param secured TLS is already on, from the first byte */
    Conversation(Session session, URLName url, KeptSocket socket, Duration timeout, boolean secured) {
        super(session, url);
        this.socket = socket;
        this.timeout = timeout;
        this.secured = secured;
    }

    /**
     * What came of a message, and of the connection.
     *
     * @param usable      for the next message
     * @param nothingSent not a byte of the content had left; a connection that is no longer usable then was dead before
     */
    record Delivery(SendOutcome outcome, boolean usable, boolean nothingSent) {
    }

    synchronized Delivery deliver(OutgoingMessage message) {
        boolean contentBegun = false;
        boolean endOfDataLeft = false;
        try {
            Delivery refused = envelope(message);
            if (refused != null) {
                return refused;
            }
            contentBegun = true;
            long spokenBefore = write(message.content());
            endOfDataLeft = true;
            Reply end = answer(timeout.multipliedBy(2));
            return socket.arrivals() == spokenBefore ? lost(true, true, "early-answer") : ended(end);
        } catch (MessagingException | IOException | RuntimeException e) {
            return lost(contentBegun, endOfDataLeft, socket.isStalled() ? "timeout" : "lost");
        } finally {
            socket.giveUpAt(Long.MAX_VALUE);
        }
    }

    int delivered() {
        return delivered;
    }

    KeptSocket socket() {
        return socket;
    }

    /** TLS was wanted and did not come about. */
    boolean tlsFailed() {
        return tlsFailed;
    }

    /** @return null when the server waits for the content */
    private @Nullable Delivery envelope(OutgoingMessage message) throws MessagingException, IOException {
        boolean international = message.recipient().international();
        if (international && !supportsExtension("SMTPUTF8")) {
            return new Delivery(new SendOutcome.Refused("5.6.7", false, false), true, true);
        }
        byte[] mail = message.mailCommand(supportsExtension("DSN"));
        return supportsExtension("PIPELINING") ? grouped(mail, message.rcptCommand())
                : oneByOne(mail, message.rcptCommand());
    }

    private @Nullable Delivery grouped(byte[] mail, byte[] rcpt) throws MessagingException, IOException {
        boolean reset = resetFirst;
        socket.cork();
        if (reset) {
            put(RSET);
        }
        put(mail);
        put(rcpt);
        put(DATA);
        within(timeout);
        socket.uncork();
        if (reset && answer(timeout).isGoodbye()) {
            return goodbye();
        }
        resetFirst = true;
        Reply first = answer(timeout);
        if (first.isGoodbye()) {
            return goodbye();
        }
        Reply second = answer(timeout);
        Reply third = second.isGoodbye() ? second : answer(timeout);
        if (third.code() == 354 && !(first.isPositive() && second.isPositive())) {
            hangUp();
        }
        return judge(first, second, third);
    }

    private @Nullable Delivery oneByOne(byte[] mail, byte[] rcpt) throws MessagingException, IOException {
        if (resetFirst && ask(RSET).isGoodbye()) {
            return goodbye();
        }
        resetFirst = true;
        Reply first = ask(mail);
        if (first.isGoodbye()) {
            return goodbye();
        }
        Reply second = first.isPositive() ? ask(rcpt) : first;
        Reply third = second.isPositive() ? ask(DATA) : second;
        return judge(first, second, third);
    }

    private @Nullable Delivery judge(Reply mail, Reply rcpt, Reply data) throws IOException {
        if (!mail.isPositive()) {
            return refused(mail, Verdict.Stage.SENDER);
        }
        if (!rcpt.isPositive()) {
            return refused(rcpt, Verdict.Stage.RECIPIENT);
        }
        return data.code() == 354 ? null : refused(data, Verdict.Stage.CONTENT);
    }

    /** @return how often the server had spoken when the end of the data left */
    private long write(byte[] content) throws MessagingException, IOException {
        if (!secured && socket.getInputStream().available() > 0) {
            throw new IOException("the server answers what was not asked");
        }
        socket.cork();
        answerInHand = 354;
        OutputStream out = data();
        out.write(content);
        put(END_OF_DATA);
        long spoken = socket.arrivals();
        within(timeout);
        socket.uncork();
        return spoken;
    }

    private Delivery ended(Reply end) throws IOException {
        if (end.code() >= 300 && end.code() < 400) {
            return lost(true, true, "protocol");
        }
        resetFirst = false;
        delivered++;
        if (end.isGoodbye()) {
            hangUp();
        }
        return new Delivery(
                end.isPositive() ? new SendOutcome.Accepted() : Verdict.of(end, Verdict.Stage.CONTENT),
                isOpen(), false);
    }

    private Delivery refused(Reply reply, Verdict.Stage stage) throws IOException {
        if (reply.code() < 400) {
            throw new IOException("neither accepted nor refused");
        }
        if (reply.isGoodbye()) {
            hangUp();
        }
        return new Delivery(Verdict.of(reply, stage), isOpen(), true);
    }

    private Delivery goodbye() {
        hangUp();
        return new Delivery(new SendOutcome.TryLater("421"), false, true);
    }

    private Delivery lost(boolean contentBegun, boolean endOfDataLeft, String code) {
        hangUp();
        return new Delivery(
                endOfDataLeft ? new SendOutcome.Unknown(code) : new SendOutcome.TryLater(code),
                false, !contentBegun && !socket.isStalled());
    }

    /** With a QUIT that nobody waits for. */
    void leave() {
        try {
            close();
        } catch (MessagingException e) {
            // it is gone either way
        }
        hangUp();
    }

    private void hangUp() {
        socket.closeQuietly();
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    private Reply ask(byte[] command) throws MessagingException, IOException {
        within(timeout);
        put(command);
        return answer(timeout);
    }

    private void put(byte[] command) throws MessagingException {
        gathering = true;
        try {
            simpleCommand(command);
        } finally {
            gathering = false;
        }
    }

    private Reply answer(Duration patience) throws MessagingException, IOException {
        within(patience);
        super.readServerResponse();
        return Reply.parse(getLastServerResponse());
    }

    private void within(Duration patience) {
        socket.giveUpAt(System.nanoTime() + patience.toNanos());
        socket.expectAnswer();
    }

    private static final byte[] RSET = {'R', 'S', 'E', 'T'};
    private static final byte[] DATA = {'D', 'A', 'T', 'A'};
    private static final byte[] END_OF_DATA = {'.'};

    /** A command of a group is only put; its answer comes later. The group's DATA was answered before data() asks. */
    @Override
    protected int readServerResponse() throws MessagingException {
        if (gathering) {
            return 0;
        }
        if (answerInHand != 0) {
            int answer = answerInHand;
            answerInHand = 0;
            return answer;
        }
        socket.expectAnswer();
        int code = super.readServerResponse();
        if (securing && socket.heard() > answered(getLastServerResponse())) {
            // in the clear and beyond the answer: somebody in between wants it taken for the secured server's
            throw new MessagingException("no TLS", new SSLException("the server says more than its leave to begin"));
        }
        return code;
    }

    /** How long the answer was on the wire; Angus leaves out the CR of each line. */
    private static long answered(String response) {
        return response.length() + response.lines().count();
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (answerInHand == 0) {
            super.sendCommand(command);
        }
    }

    @Override
    protected void startTLS() throws MessagingException {
        tlsFailed = true;
        securing = true;
        super.startTLS();
        securing = false;
        tlsFailed = false;
        secured = true;
    }
}
