package org.handrail.notifier.smtp;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in a form that can stand in a command and a header (RFC 5321, 6531): no controls, no white space, no
 * brackets, at most 64 octets before the @ and 254 in all.
 *
 * @param international needs SMTPUTF8: the part before the @ isn't ASCII
 */
record Recipient(String address, boolean international) {

    /** atext, dots where people really have them, anything beyond ASCII but spaces and controls. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\-[^\\p{ASCII}\\p{Z}\\p{C}]]+");
    private static final Pattern QUOTED = Pattern.compile("\"([\\x20!#-\\[\\]-~]|\\\\[\\x20-~])+\"");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?|\\[(IPv6:)?[0-9A-Fa-f.:]+]");

    static Optional<Recipient> parse(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        try {
            String domain = address.substring(at + 1);
            String ascii = domain.startsWith("[") ? domain : IDN.toASCII(domain);
            String whole = local + "@" + ascii;
            boolean fits = (LOCAL.matcher(local).matches() || QUOTED.matcher(local).matches())
                    && DOMAIN.matcher(ascii).matches()
                    && octets(local) <= 64 && octets(whole) <= 254;
            return fits ? Optional.of(new Recipient(whole, octets(local) > local.length())) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
