package org.handrail.notifier.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that somebody wrote in base64 (RFC 4648, either alphabet), found among other text. */
final class Base64Text {

    private static final int SHORTEST = 4;
    /** Shorter than that, only what no word looks like: with a capital or a figure inside. */
    private static final int PLAIN = 8;

    private Base64Text() {
    }

    /**
     * Reads as base64 whatever becomes text then; the very string given when nothing does.
     *
     * @param whole slashes, hyphens, underscores and ends of lines belong to it; else they part it
     */
    static String decode(String text, boolean whole) {
        StringBuilder decoded = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && belongs(text, end, whole)) {
                end++;
            }
            String plain = end - at < SHORTEST ? null : read(text, at, end);
            if (plain != null) {
                decoded = decoded == null ? new StringBuilder(text.length()) : decoded;
                decoded.append(text, copied, at).append(plain);
                while (end < text.length() && text.charAt(end) == '=') {
                    end++;
                }
                copied = end;
            }
            at = Math.max(end, at + 1);
        }
        return decoded == null ? text : decoded.append(text, copied, text.length()).toString();
    }

    private static boolean belongs(String text, int at, boolean whole) {
        char c = text.charAt(at);
        boolean lineEnd = (c == '\n' || c == '\r') && at > 0 && at + 1 < text.length() && value(text.charAt(at - 1)) >= 0
                && (value(text.charAt(at + 1)) >= 0 || text.charAt(at + 1) == '\n')
                || c == '\n' && at > 1 && text.charAt(at - 1) == '\r';
        return c == '/' || c == '-' || c == '_' || lineEnd ? whole : value(c) >= 0;
    }

    private static int value(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52
                : c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }

    /** Null when it is no text, which most words show in their first letters. */
    private static @Nullable String read(String text, int from, int to) {
        if (to - from < PLAIN && !isMixed(text, from, to)) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
        int bits = 0;
        int held = 0;
        int more = 0;
        for (int i = from; i < to; i++) {
            int value = value(text.charAt(i));
            if (value < 0) {
                continue;
            }
            bits = (bits << 6 | value) & 0xffff;
            held += 6;
            if (held >= 8) {
                held -= 8;
                int octet = bits >> held & 0xff;
                more = continuing(octet, more);
                if (more < 0) {
                    return null;
                }
                bytes.write(octet);
            }
        }
        boolean ended = more == 0 && held != 6;
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        boolean padded = to < text.length() && text.charAt(to) == '=';
        return ended && (padded || to - from >= PLAIN || decoded.length() == bytes.size()) ? decoded : null;
    }

    /** How many more octets a character has in UTF-8 after this one; -1: no text has it here. */
    private static int continuing(int octet, int more) {
        if (more > 0) {
            return octet >> 6 == 2 ? more - 1 : -1;
        }
        return octet < 0x80 ? octet >= ' ' && octet != 0x7f || octet == '\n' || octet == '\r' || octet == '\t' ? 0 : -1
                : octet >= 0xc2 && octet < 0xe0 ? 1 : octet >= 0xe0 && octet < 0xf0 ? 2 : octet >= 0xf0 && octet < 0xf5 ? 3 : -1;
    }

    private static boolean isMixed(String text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+') {
                return true;
            }
        }
        return false;
    }
}
