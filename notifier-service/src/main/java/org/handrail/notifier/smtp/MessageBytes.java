package org.handrail.notifier.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message as it grows, byte by byte as it will be sent; lines end with CRLF. Not thread-safe. */
final class MessageBytes {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** RFC 2045, 6.7: an encoded line has at most 76 characters with its soft break. */
    private static final int QUOTED_LINE = 75;
    /** RFC 5322, 2.1.1: 998 at most, and some way below it. */
    private static final int PLAIN_LINE = 900;

    private byte[] bytes = new byte[12_000];
    private int length;

    MessageBytes raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /** As it is; in a header only after it was made safe. */
    MessageBytes text(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    MessageBytes line(String text) {
        return text(text).crlf();
    }

    MessageBytes crlf() {
        room(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
        return this;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /**
     * A text part with the lightest encoding that any server takes: none, or quoted-printable. The line end after it
     * belongs to the boundary that follows (RFC 2046, 5.1.1).
     */
    MessageBytes textPart(String type, String content) {
        line("Content-Type: text/" + type + "; charset=UTF-8");
        if (isPlain(content)) {
            line("Content-Transfer-Encoding: 7bit").crlf();
            plain(content);
        } else {
            line("Content-Transfer-Encoding: quoted-printable").crlf();
            quoted(content.getBytes(StandardCharsets.UTF_8));
        }
        return crlf();
    }

    private static boolean isPlain(String content) {
        int line = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            line = c == '\n' ? 0 : line + 1;
            if (c >= 0x7f || c < ' ' && c != '\n' && c != '\t' || line > PLAIN_LINE) {
                return false;
            }
        }
        return true;
    }

    private void plain(String content) {
        room(content.length() * 2 + 2);
        for (int i = 0; i < content.length(); i++) {
            byte b = (byte) content.charAt(i);
            if (b == '\n') {
                bytes[length++] = '\r';
            }
            bytes[length++] = b;
        }
    }

    private void quoted(byte[] content) {
        room(content.length * 4 + 16);
        int line = 0;
        for (int i = 0; i < content.length; i++) {
            byte b = content[i];
            boolean lineEnds = i + 1 == content.length || content[i + 1] == '\n' || content[i + 1] == '\r';
            if (b == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
                continue;
            }
            if (b == '\n') {
                crlf();
                line = 0;
                continue;
            }
            boolean literal = b > ' ' && b < 0x7f && b != '=' || (b == ' ' || b == '\t') && !lineEnds;
            if (line + (literal ? 1 : 3) > QUOTED_LINE) {
                bytes[length++] = '=';
                crlf();
                line = 0;
            }
            if (literal) {
                bytes[length++] = b;
                line++;
            } else {
                bytes[length++] = '=';
                bytes[length++] = HEX[(b >> 4) & 0xf];
                bytes[length++] = HEX[b & 0xf];
                line += 3;
            }
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
