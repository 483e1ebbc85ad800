package org.handrail.notifier.calendar;

import java.nio.charset.StandardCharsets;

/** Lines as RFC 5545 wants them: ended by CRLF, folded at 75 octets and never inside a character. */
final class ContentLines {

    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    ContentLines add(String line) {
        int octets = 0;
        for (int i = 0; i < line.length();) {
            int character = line.codePointAt(i);
            int length = Character.charCount(character);
            int wide = line.substring(i, i + length).getBytes(StandardCharsets.UTF_8).length;
            if (octets + wide > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += wide;
            i += length;
        }
        text.append("\r\n");
        return this;
    }

    /** A value of type TEXT. */
    static String text(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
                .replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", " ");
    }

    /** A quoted parameter value: quotes have no escape that every reader knows (RFC 6868 came late). */
    static String quoted(String value) {
        return '"' + value.replace('"', '\'').replaceAll("\\p{Cntrl}", " ").strip() + '"';
    }

    /** An address as a URI (RFC 6068). */
    static String mailto(String address) {
        StringBuilder uri = new StringBuilder("mailto:");
        for (byte octet : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~@+!$'*".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
