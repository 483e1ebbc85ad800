package org.handrail.notifier.bounce.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Takes an mbox (RFC 4155) apart: a message begins at a line "From" with a date, after an empty one. */
final class Mbox {

    private static final Pattern POSTMARK = Pattern.compile("From \\S{1,300} .{0,80}\\d\\d?:\\d\\d.{0,40}");
    private static final int LONGEST_LINE = 64 * 1024;

    interface Taker {

        void take(int number, byte[] message) throws IOException;
    }

    private Mbox() {
    }

    static void split(InputStream mbox, int longest, Taker taker) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(mbox, LONGEST_LINE);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int number = 0;
        boolean afterEmpty = true;
        for (byte[] line = line(bytes); line.length > 0; line = line(bytes)) {
            if (afterEmpty && isPostmark(line)) {
                if (number > 0) {
                    taker.take(number, message.toByteArray());
                }
                number++;
                message = new ByteArrayOutputStream();
            } else if (message.size() + line.length <= longest) {
                message.write(unquoted(line));
            }
            afterEmpty = line[0] == '\n' || line[0] == '\r';
        }
        if (number > 0) {
            taker.take(number, message.toByteArray());
        }
    }

    /** With its end; of a very long line a piece. */
    private static byte[] line(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int next = 0;
        while (next != '\n' && line.size() < LONGEST_LINE && (next = bytes.read()) >= 0) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private static boolean isPostmark(byte[] line) {
        return line.length < 500 && line[0] == 'F'
                && POSTMARK.matcher(new String(line, StandardCharsets.ISO_8859_1).stripTrailing()).matches();
    }

    private static byte[] unquoted(byte[] line) {
        String text = line.length < 500 && line[0] == '>' ? new String(line, StandardCharsets.ISO_8859_1) : "";
        return text.startsWith(">From ") ? text.substring(1).getBytes(StandardCharsets.ISO_8859_1) : line;
    }
}
