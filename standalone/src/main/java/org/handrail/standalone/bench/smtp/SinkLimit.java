package org.handrail.standalone.bench.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * How much the sink can take: a mail whose bytes are ready, over and over, the next one's envelope together with the
 * end of the one before (RFC 2920 allows it), so that a mail is one round trip.
 */
final class SinkLimit {

    private static final byte[] ENVELOPE = "MAIL FROM:<a@example.org>\r\nRCPT TO:<>\r\nDATA\r\n".getBytes(US_ASCII);
    private static final byte[] HELLO = "EHLO localhost\r\n".getBytes(US_ASCII);
    private static final byte[] RESET = "RSET\r\nQUIT\r\n".getBytes(US_ASCII);

    private final int port;
    private final byte[] wire;

    /** @param wire a mail as it goes over the wire, its last dot included */
    SinkLimit(int port, byte[] wire) {
        this.port = port;
        this.wire = wire;
    }

    void send(int mails) throws IOException {
        ByteArrayOutputStream mailAndNext = new ByteArrayOutputStream();
        mailAndNext.write(wire);
        mailAndNext.write(ENVELOPE);
        byte[] both = mailAndNext.toByteArray();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] answers = new byte[4096];
            out.write(HELLO);
            awaitCode(in, answers, "250 ");
            out.write(ENVELOPE);
            awaitCode(in, answers, "354 ");
            for (int i = 1; i < mails; i++) {
                out.write(both);
                awaitCode(in, answers, "354 ");
            }
            out.write(wire);
            out.write(RESET);
            awaitCode(in, answers, "221 ");
        }
    }

    private static void awaitCode(InputStream in, byte[] answers, String code) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("\n" + code) < 0 && heard.indexOf(code) != 0) {
            int read = in.read(answers);
            if (read < 0) {
                throw new IOException("The sink has gone");
            }
            heard.append(new String(answers, 0, read, US_ASCII));
        }
    }
}
