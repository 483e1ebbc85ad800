package org.handrail.notifier.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text beyond ASCII in a header (RFC 2047): words of at most 75 characters that each hold whole characters, in the
 * shorter of the two encodings. What has no UTF-8, such as half a surrogate pair, becomes a question mark.
 */
final class EncodedWords {

    private static final String OPEN = "=?UTF-8?";
    private static final int AROUND = OPEN.length() + "Q?".length() + "?=".length();
    private static final int WORD = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final boolean quoted;
    private final StringBuilder out = new StringBuilder(200);
    private final ByteArrayOutputStream word = new ByteArrayOutputStream(WORD);
    private int length;
    private int room;

    private EncodedWords(boolean quoted, int room) {
        this.quoted = quoted;
        this.room = room - AROUND;
    }

    /** @param used characters that already stand in the first line */
    static String of(String text, int used) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        EncodedWords words = new EncodedWords(quotedLength(all) <= inBase64(all.length),
                Math.min(WORD, HeaderText.LINE - used));
        int next;
        for (int i = 0; i < all.length; i = next) {
            next = i + 1;
            while (next < all.length && (all[next] & 0xc0) == 0x80) {
                next++;
            }
            words.add(all, i, next);
        }
        words.end();
        return words.out.toString();
    }

    private void add(byte[] octets, int from, int end) {
        int added = quoted ? quotedLength(octets, from, end) : end - from;
        int grown = quoted ? length + added : inBase64(length + added);
        if (grown > room) {
            end();
            out.append("\r\n ");
            room = WORD - AROUND;
        }
        word.write(octets, from, end - from);
        length += added;
    }

    private void end() {
        out.append(OPEN).append(quoted ? "Q?" : "B?");
        out.append(quoted ? quoted(word.toByteArray()) : Base64.getEncoder().encodeToString(word.toByteArray()));
        out.append("?=");
        word.reset();
        length = 0;
    }

    private static String quoted(byte[] octets) {
        StringBuilder text = new StringBuilder(WORD);
        for (byte b : octets) {
            if (b == ' ') {
                text.append('_');
            } else if (isLiteral(b)) {
                text.append((char) b);
            } else {
                text.append('=').append((char) HEX[(b >> 4) & 0xf]).append((char) HEX[b & 0xf]);
            }
        }
        return text.toString();
    }

    private static int quotedLength(byte[] octets) {
        return quotedLength(octets, 0, octets.length);
    }

    private static int quotedLength(byte[] octets, int from, int end) {
        int length = 0;
        for (int i = from; i < end; i++) {
            length += octets[i] == ' ' || isLiteral(octets[i]) ? 1 : 3;
        }
        return length;
    }

    private static int inBase64(int octets) {
        return (octets + 2) / 3 * 4;
    }

    /** What may stand as it is even within a name (RFC 2047, 5). */
    private static boolean isLiteral(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
                || b == '!' || b == '*' || b == '+' || b == '-' || b == '/';
    }
}
