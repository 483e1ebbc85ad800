package org.handrail.local.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server for benchmarks: it says yes to everything, drops what it hears and does as little work as it can, so
 * that the sender is what is measured. On the loopback interface.
 */
public final class SmtpSink implements AutoCloseable {

    /** Hears of each mail before its sender does, on the connection's thread; keep it short. */
    public interface Listener {

        /** @param nanoTime of {@link System#nanoTime} when the content had arrived */
        void accepted(String recipient, long nanoTime);
    }

    private static final byte[] OK = "250 2.0.0 Ok\r\n".getBytes(US_ASCII);
    private static final byte[] GO_ON = "354 Go on\r\n".getBytes(US_ASCII);
    private static final byte[] HELLO = "220 localhost ESMTP\r\n".getBytes(US_ASCII);
    private static final byte[] EXTENSIONS = ("250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n"
            + "250 ENHANCEDSTATUSCODES\r\n").getBytes(US_ASCII);
    private static final byte[] BYE = "221 2.0.0 Bye\r\n".getBytes(US_ASCII);
    private static final byte[] UNKNOWN = "502 5.5.1 Not known here\r\n".getBytes(US_ASCII);
    private static final int BACKLOG = 64;

    private final ServerSocket door;
    private final Listener listener;
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong octets = new AtomicLong();
    private volatile boolean sampleWanted;
    private volatile byte[] sample = {};
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("smtp-sink"));

    private SmtpSink(ServerSocket door, Listener listener) {
        this.door = door;
        this.listener = listener;
    }

    /** @param port 0 for any free one */
    public static SmtpSink start(int port, Listener listener) {
        try {
            var sink = new SmtpSink(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), listener);
            sink.threads.execute(sink::acceptAll);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("The sink can't listen on port " + port, e);
        }
    }

    public static SmtpSink start() {
        return start(0, (recipient, nanoTime) -> { });
    }

    /** For HANDRAIL_SMTP_URL. */
    public String smtpUrl() {
        return "smtp://127.0.0.1:" + door.getLocalPort();
    }

    public int port() {
        return door.getLocalPort();
    }

    public long mails() {
        return mails.get();
    }

    /** Of the contents of all mails. */
    public long octets() {
        return octets.get();
    }

    /** Ever opened. */
    public long connections() {
        return connections.get();
    }

    /** The next mail to come is kept until the one after the next call. */
    public void keepNext() {
        sampleWanted = true;
    }

    /** As it arrived, dots doubled and the last one included; empty before there was one to keep. */
    public byte[] kept() {
        return sample.clone();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = door.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the end of accepting
        }
    }

    private void serve(Socket socket) {
        try (socket; OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            SinkInput in = new SinkInput(socket.getInputStream());
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            answers.writeBytes(HELLO);
            String recipient = "";
            for (String line = afterAnswers(answers, out, in); line != null; line = afterAnswers(answers, out, in)) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> answers.writeBytes(EXTENSIONS);
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, Math.max(line.indexOf('>'), line.indexOf('<') + 1));
                        answers.writeBytes(OK);
                    }
                    case "DATA" -> {
                        answers.writeBytes(GO_ON);
                        send(answers, out);
                        octets.addAndGet(content(in));
                        mails.incrementAndGet();
                        listener.accepted(recipient, System.nanoTime());
                        answers.writeBytes(OK);
                    }
                    case "QUIT" -> {
                        answers.writeBytes(BYE);
                        send(answers, out);
                        return;
                    }
                    case "MAIL", "RSET", "NOOP", "HELO" -> answers.writeBytes(OK);
                    default -> answers.writeBytes(UNKNOWN);
                }
            }
        } catch (IOException gone) {
            // the sender's loss
        } finally {
            open.remove(socket);
        }
    }

    /** Commands that came together are answered together (RFC 2920, 3.2). */
    private static @Nullable String afterAnswers(ByteArrayOutputStream answers, OutputStream out, SinkInput in)
            throws IOException {
        if (in.isUsedUp()) {
            send(answers, out);
        }
        return in.line();
    }

    private static void send(ByteArrayOutputStream answers, OutputStream out) throws IOException {
        answers.writeTo(out);
        answers.reset();
    }

    private long content(SinkInput in) throws IOException {
        if (!sampleWanted) {
            return in.content(OutputStream.nullOutputStream());
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        long length = in.content(copy);
        sample = copy.toByteArray();
        sampleWanted = false;
        return length;
    }
}
