package org.handrail.notifier.smtp;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's answer.
 *
 * @param code     200 to 599
 * @param enhanced RFC 3463, as {@code 5.1.1}; empty if none
 * @param text     for telling cases apart; may hold an address, so never to be logged
 */
record Reply(int code, String enhanced, String text) {

    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:[ -](.*))?");
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s.*|$)");

    /** @throws IOException for what is no answer in SMTP: then nothing else this server says can be relied on */
    static Reply parse(String response) throws IOException {
        int code = 0;
        String text = "";
        for (String line : response.split("\r?\n")) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || code != 0 && code != Integer.parseInt(matcher.group(1))) {
                throw new IOException("not an SMTP reply");
            }
            code = Integer.parseInt(matcher.group(1));
            text = matcher.group(2) == null ? "" : matcher.group(2);
        }
        Matcher enhanced = ENHANCED.matcher(text);
        return new Reply(code, enhanced.matches() ? enhanced.group(1) : "", text);
    }

    boolean isPositive() {
        return code < 300;
    }

    boolean isTransient() {
        return code >= 400 && code < 500;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    /** The server closes the connection. */
    boolean isGoodbye() {
        return code == 421;
    }

    /** The enhanced code where there is one. */
    String shortest() {
        return enhanced.isEmpty() ? Integer.toString(code) : enhanced;
    }

    @Override
    public String toString() {
        return "Reply[" + code + " " + enhanced + "]";
    }
}
