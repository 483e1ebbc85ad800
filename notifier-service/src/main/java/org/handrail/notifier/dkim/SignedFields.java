package org.handrail.notifier.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The header fields under a signature, in its order. Each is listed once more than a message has it, so that nobody can
 * add another one on the way (RFC 6376, 8.15).
 */
final class SignedFields {

    private static final List<String> OURS = List.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version",
            "Content-Type", "Content-Language", "Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post",
            "Auto-Submitted");
    private static final List<String> NEVER_OURS = List.of("Cc", "Sender");
    private static final List<byte[]> NAMES = List.copyOf(OURS.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)).toList());

    private SignedFields() {
    }

    /** The value of h=, folded. */
    static String list() {
        StringBuilder list = new StringBuilder();
        OURS.forEach(name -> list.append(list.isEmpty() ? "" : ":\r\n  ").append(name).append(':').append(name));
        NEVER_OURS.forEach(name -> list.append(':').append(name));
        return list.toString();
    }

    /**
     * The canonical fields of a message one after another, each with its line end.
     *
     * @param to     has room for the header
     * @param scratch likewise
     * @return how long they are
     * @throws IllegalArgumentException if a field stands twice, for a signature would cover one of them
     */
    static int canonical(FinishedMessage message, byte[] to, byte[] scratch) {
        byte[] bytes = message.bytes();
        int[] starts = new int[NAMES.size()];
        int[] ends = new int[NAMES.size()];
        int at = 0;
        int end;
        for (int start = 0; start < message.bodyAt() - 2; start = end) {
            int colon = indexOf(bytes, ':', start);
            end = endOfField(bytes, start, message.bodyAt());
            int after = Relaxed.field(bytes, start, colon, end, scratch, at);
            int field = indexOf(scratch, at, at + colon - start);
            if (field >= 0) {
                if (ends[field] > 0) {
                    throw new IllegalArgumentException("a message has one " + OURS.get(field));
                }
                starts[field] = at;
                ends[field] = after;
                at = after;
            }
        }
        int length = 0;
        for (int field = 0; field < starts.length; field++) {
            if (ends[field] > 0) {
                int size = ends[field] - starts[field];
                System.arraycopy(scratch, starts[field], to, length, size);
                length += size;
                to[length++] = '\r';
                to[length++] = '\n';
            }
        }
        return length;
    }

    private static int indexOf(byte[] canonical, int from, int end) {
        for (int i = 0; i < NAMES.size(); i++) {
            byte[] name = NAMES.get(i);
            if (name.length == end - from && Arrays.equals(name, 0, name.length, canonical, from, end)) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        int i = from;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** After the line end that no blank follows. */
    private static int endOfField(byte[] bytes, int start, int limit) {
        int i = start;
        while (true) {
            i = indexOf(bytes, '\n', i) + 1;
            if (i >= limit || bytes[i] != ' ' && bytes[i] != '\t') {
                return i;
            }
        }
    }
}
