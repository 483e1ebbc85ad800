package org.handrail.standalone.bench.smtp;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.handrail.local.mailbox.SmtpSink;
import org.handrail.standalone.bench.Companion;

/** The mail server of a benchmark, in a process of its own: takes everything, and counts who was written to twice. */
public final class SinkProcess implements AutoCloseable {

    private final Companion companion;
    private final int port;

    private SinkProcess(Companion companion) {
        this.companion = companion;
        this.port = Integer.parseInt(companion.ask("port"));
    }

    public static SinkProcess start() throws IOException {
        return new SinkProcess(Companion.start(SinkProcess.class));
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        Set<String> recipients = ConcurrentHashMap.newKeySet();
        AtomicLong twice = new AtomicLong();
        try (SmtpSink sink = SmtpSink.start(0, (recipient, nanoTime) -> {
            if (!recipient.isEmpty() && !recipients.add(recipient)) {
                twice.incrementAndGet();
            }
        })) {
            Companion.serve(line -> switch (line) {
                case "port" -> Integer.toString(sink.port());
                case "keep" -> {
                    sink.keepNext();
                    yield "";
                }
                case "kept" -> Base64.getEncoder().encodeToString(sink.kept());
                default -> sink.mails() + " " + sink.octets() + " " + twice + " " + sink.connections();
            });
        }
    }

    /** What it has taken since it was started. */
    public record Taken(long mails, long octets, long twice, long connections) {

        public Taken since(Taken before) {
            return new Taken(mails - before.mails, octets - before.octets, twice - before.twice,
                    connections - before.connections);
        }

        public double octetsAMail() {
            return (double) octets / mails;
        }
    }

    public Taken taken() {
        String[] figures = companion.ask("taken").split(" ");
        return new Taken(Long.parseLong(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2]),
                Long.parseLong(figures[3]));
    }

    public void keepNext() {
        companion.ask("keep");
    }

    /** The mail that was kept, as it came over the wire. */
    public byte[] kept() {
        return Base64.getDecoder().decode(companion.ask("kept"));
    }

    public int port() {
        return port;
    }

    public String smtpUrl() {
        return "smtp://127.0.0.1:" + port;
    }

    public ProcessHandle handle() {
        return companion.handle();
    }

    @Override
    public void close() {
        companion.close();
    }
}
