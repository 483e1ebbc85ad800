package org.handrail.notifier.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message as it grows, byte by byte as it will be sent; lines end with CRLF. Not thread-safe. */
final class MessageBytes {

    /** RFC 2045, 6.7: an encoded line has at most 76 characters with its soft break. */
    private static final int QUOTED_LINE = 75;
    /** RFC 5322, 2.1.1: what is longer is encoded, for an encoded line can be broken. */
    private static final int PLAIN_LINE = HeaderText.LINE;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] LITERAL = literal();

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

    /** A value that can't be broken begins a line of its own where that helps. */
    MessageBytes header(String name, String value) {
        boolean fits = name.length() + 2 + value.length() <= HeaderText.LINE || value.indexOf('\n') >= 0;
        return text(name).text(value.isEmpty() ? ":" : fits ? ": " : ":\r\n ").line(value);
    }

    MessageBytes crlf() {
        room(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
        return this;
    }

    int length() {
        return length;
    }

    /** The message so far, and more room behind it; not a copy. */
    byte[] buffer() {
        return bytes;
    }

    /** The whole, with something before it. */
    byte[] after(byte[] before) {
        byte[] whole = Arrays.copyOf(before, before.length + length);
        System.arraycopy(bytes, 0, whole, before.length, length);
        return whole;
    }

    /**
     * The rest of a part whose own headers stand, with the lightest encoding that any server takes: none, or
     * quoted-printable. The line end after it belongs to the boundary that follows (RFC 2046, 5.1.1).
     */
    MessageBytes content(String content) {
        if (isPlain(content)) {
            line("Content-Transfer-Encoding: 7bit").crlf();
            plain(content);
        } else {
            line("Content-Transfer-Encoding: quoted-printable").crlf();
            quoted(content.getBytes(StandardCharsets.UTF_8));
        }
        return crlf();
    }

    /**
     * Nothing that a server on the way may change: no long line, no blank at the end of one, no "From " at its
     * beginning; and nothing that could be taken for a boundary, all of which begin with =_.
     */
    private static boolean isPlain(String content) {
        int line = 0;
        char before = '\n';
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\n') {
                if (before == ' ' || before == '\t') {
                    return false;
                }
                line = 0;
            } else if (c == '\r') {
                if (before == ' ' || i + 1 == content.length() || content.charAt(i + 1) != '\n') {
                    return false;
                }
            } else {
                line++;
                if (c >= 0x7f || c < ' ' && c != '\t' || line > PLAIN_LINE || c == '_' && before == '='
                        || c == 'F' && line == 1 && content.startsWith("From ", i)) {
                    return false;
                }
            }
            before = c;
        }
        return before != ' ' && before != '\t';
    }

    private void plain(String content) {
        room(content.length() * 2 + 2);
        for (int i = 0; i < content.length(); i++) {
            byte b = (byte) content.charAt(i);
            if (b == '\n') {
                bytes[length++] = '\r';
            }
            if (b != '\r') {
                bytes[length++] = b;
            }
        }
    }

    private void quoted(byte[] content) {
        room(content.length * 4 + 16);
        byte[] out = bytes;
        int at = length;
        int line = 0;
        for (int i = 0; i < content.length; i++) {
            byte b = content[i];
            if (b == '\n' || b == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
                out[at++] = '\r';
                out[at++] = '\n';
                line = 0;
                i += b == '\n' ? 0 : 1;
                continue;
            }
            boolean literal = LITERAL[b & 0xff] && !(line == 0 && isTouchedAtLineStart(content, i))
                    || (b == ' ' || b == '\t') && i + 1 < content.length
                            && content[i + 1] != '\n' && content[i + 1] != '\r';
            if (line + (literal ? 1 : 3) > QUOTED_LINE) {
                out[at++] = '=';
                out[at++] = '\r';
                out[at++] = '\n';
                line = 0;
                literal &= !isTouchedAtLineStart(content, i);
            }
            if (literal) {
                out[at++] = b;
                line++;
            } else {
                out[at++] = '=';
                out[at++] = HEX[(b >> 4) & 0xf];
                out[at++] = HEX[b & 0xf];
                line += 3;
            }
        }
        length = at;
    }

    /** Servers double a dot there, and some write a > before From. */
    private static boolean isTouchedAtLineStart(byte[] content, int i) {
        return content[i] == '.' || content[i] == 'F' && i + 4 < content.length
                && content[i + 1] == 'r' && content[i + 2] == 'o' && content[i + 3] == 'm' && content[i + 4] == ' ';
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static boolean[] literal() {
        boolean[] literal = new boolean[256];
        Arrays.fill(literal, '!', 0x7f, true);
        literal['='] = false;
        return literal;
    }
}
