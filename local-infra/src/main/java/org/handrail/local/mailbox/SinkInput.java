package org.handrail.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What a client of the sink says: commands and contents out of one buffer, many of them with one read. */
final class SinkInput {

    private static final int LONGEST_LINE = 4096;
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 15];
    private int from;
    private int to;

    SinkInput(InputStream in) {
        this.in = in;
    }

    /** Whether the client must be answered before it says more, for all that has arrived. */
    boolean isUsedUp() {
        return from == to;
    }

    /** Without its line end; null when the client has gone. */
    @Nullable String line() throws IOException {
        StringBuilder earlier = null;
        while (true) {
            if (from == to && !more()) {
                return null;
            }
            int start = from;
            while (from < to && buffer[from] != '\n') {
                from++;
            }
            String part = new String(buffer, start, from - start, ISO_8859_1);
            if (from < to) {
                from++;
                return (earlier == null ? part : earlier.append(part).toString()).strip();
            }
            earlier = earlier == null ? new StringBuilder(part) : earlier.append(part);
            if (earlier.length() > LONGEST_LINE) {
                throw new IOException("Line too long");
            }
        }
    }

    /**
     * Everything up to the line with the single dot.
     *
     * @param copy gets it, that line included
     * @return octets, that line included
     */
    long content(OutputStream copy) throws IOException {
        int matched = 2;
        long length = 0;
        while (matched < END.length) {
            if (from == to && !more()) {
                throw new IOException("Cut off");
            }
            int start = from;
            while (from < to && matched < END.length) {
                byte c = buffer[from++];
                matched = c == END[matched] ? matched + 1 : c == '\r' ? 1 : 0;
            }
            length += from - start;
            copy.write(buffer, start, from - start);
        }
        return length;
    }

    private boolean more() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, buffer.length));
        return to > 0;
    }
}
