package org.handrail.standalone.bench.smtp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.handrail.standalone.bench.Companion;
import org.jspecify.annotations.Nullable;

/** {@link PlainLoop} in a process of its own, with as much memory as a service has. */
public final class PlainProcess implements AutoCloseable {

    private final Companion companion;

    private PlainProcess(Companion companion) {
        this.companion = companion;
    }

    /** @param key of the signatures, PKCS#8 in PEM; null: none are made */
    public static PlainProcess start(int port, int connections, @Nullable Path key) throws IOException {
        return new PlainProcess(Companion.start(PlainProcess.class, Integer.toString(port),
                Integer.toString(connections), key == null ? "" : key.toString()));
    }

    /** @param arguments the sink's port, connections, the file of the key */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        Signing signing = arguments[2].isEmpty() ? null : Signing.with(Path.of(arguments[2]));
        Holder holder = new Holder(port, connections, signing);
        Companion.serve(holder::answer);
    }

    private static final class Holder {

        private final int port;
        private final int connections;
        private final @Nullable Signing signing;
        private byte[] wire = {};
        private @Nullable PlainLoop loop;

        private Holder(int port, int connections, @Nullable Signing signing) {
            this.port = port;
            this.connections = connections;
            this.signing = signing;
        }

        private String answer(String line) throws Exception {
            String[] words = line.split(" ");
            if (words[0].equals("mail")) {
                wire = Base64.getDecoder().decode(words[1]);
                loop = new PlainLoop(port, connections, wire, Clock.systemUTC());
                return "";
            }
            if (loop == null) {
                throw new IllegalStateException("A mail comes first");
            }
            int mails = Integer.parseInt(words[1]);
            return Double.toString(words[0].equals("limit") ? loop.limit(mails, wire) : loop.send(mails, signing));
        }
    }

    /** To be said first. */
    public void like(byte[] wire) {
        companion.ask("mail " + Base64.getEncoder().encodeToString(wire));
    }

    /** @return mails a second */
    public double send(int mails) {
        return Double.parseDouble(companion.ask("send " + mails));
    }

    /** @return mails a second that the sink takes at most */
    public double limitOfSink(int mails) {
        return Double.parseDouble(companion.ask("limit " + mails));
    }

    public ProcessHandle handle() {
        return companion.handle();
    }

    @Override
    public void close() {
        companion.close();
    }
}
