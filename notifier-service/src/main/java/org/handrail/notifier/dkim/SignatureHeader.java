package org.handrail.notifier.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The DKIM-Signature field of one key: what is the same in all of them is made once, in both forms. */
final class SignatureHeader {

    /** Seven days: longer than any server tries, and short for whoever would send the message again to others. */
    static final long SECONDS_IN_FORCE = 7 * 24 * 3_600;

    private static final int LINE = 72;

    private final String begin;
    private final byte[] canonicalBegin;

    SignatureHeader(SigningKey key) {
        this.begin = "DKIM-Signature: v=1; a=" + key.algorithm().tag() + "; c=relaxed/relaxed;\r\n d=" + key.domain()
                + ";\r\n s=" + key.selector() + ";\r\n h=" + SignedFields.list() + ";\r\n t=";
        byte[] raw = begin.getBytes(StandardCharsets.US_ASCII);
        byte[] canonical = new byte[raw.length + 2];
        int length = Relaxed.field(raw, 0, "DKIM-Signature".length(), raw.length, canonical, 0);
        this.canonicalBegin = Arrays.copyOf(canonical, length);
    }

    /**
     * The canonical field with no signature in it yet, as it is signed.
     *
     * @return where it ends in {@code to}
     */
    int canonical(long seconds, String bodyHash, byte[] to, int at) {
        System.arraycopy(canonicalBegin, 0, to, at, canonicalBegin.length);
        byte[] rest = (times(seconds) + "; bh=" + bodyHash + "; b=").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(rest, 0, to, at + canonicalBegin.length, rest.length);
        return at + canonicalBegin.length + rest.length;
    }

    String complete(long seconds, String bodyHash, byte[] signature) {
        StringBuilder field = new StringBuilder(begin.length() + 600)
                .append(begin).append(times(seconds)).append(";\r\n bh=").append(bodyHash).append(";\r\n b=");
        String encoded = Base64.getEncoder().encodeToString(signature);
        for (int i = 0; i < encoded.length(); i += LINE) {
            field.append(i == 0 ? "" : "\r\n ").append(encoded, i, Math.min(encoded.length(), i + LINE));
        }
        return field.append("\r\n").toString();
    }

    /** Room that {@link #canonical} needs. */
    int room() {
        return canonicalBegin.length + 200;
    }

    private static String times(long seconds) {
        return seconds + "; x=" + (seconds + SECONDS_IN_FORCE);
    }
}
