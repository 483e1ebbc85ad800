package org.handrail.notifier.dkim;

/** The relaxed canonical forms (RFC 6376, 3.4.2 and 3.4.4), over bytes, into bytes. */
final class Relaxed {

    private Relaxed() {
    }

    /**
     * @param to has room for two bytes more than the body
     * @return the length of the canonical body, which begins at 0
     */
    static int body(byte[] from, int start, int end, byte[] to) {
        int at = 0;
        int line = 0;
        int kept = 0;
        boolean blank = false;
        for (int i = start; i < end; i++) {
            byte b = from[i];
            if (b == ' ' || b == '\t') {
                blank = true;
            } else if (b == '\r' && i + 1 < end && from[i + 1] == '\n') {
                boolean empty = at == line;
                at = lineEnd(to, at);
                line = at;
                kept = empty ? kept : at;
                blank = false;
                i++;
            } else {
                if (blank) {
                    to[at++] = ' ';
                    blank = false;
                }
                to[at++] = b;
            }
        }
        return at > line ? lineEnd(to, at) : kept;
    }

    private static int lineEnd(byte[] to, int at) {
        to[at] = '\r';
        to[at + 1] = '\n';
        return at + 2;
    }

    /**
     * @param end   after the field's line end, or before it
     * @param to    has room for two bytes more than the field
     * @param colon where the field's name ends
     * @return where the canonical field ends, before its CRLF
     */
    static int field(byte[] from, int start, int colon, int end, byte[] to, int at) {
        int out = at;
        for (int i = start; i < colon && from[i] != ' ' && from[i] != '\t'; i++) {
            byte b = from[i];
            to[out++] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
        }
        to[out++] = ':';
        boolean blank = false;
        int value = out;
        for (int i = colon + 1; i < end; i++) {
            byte b = from[i];
            if (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
                blank = out > value;
            } else {
                if (blank) {
                    to[out++] = ' ';
                    blank = false;
                }
                to[out++] = b;
            }
        }
        return out;
    }
}
