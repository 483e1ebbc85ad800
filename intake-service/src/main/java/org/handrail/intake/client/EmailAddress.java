package org.handrail.intake.client;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An addr-spec that can be mailed to: a dot-atom, an at sign and a domain name (RFC 5321 and 5322, without quoted
 * local parts and address literals, which nobody has and injections use). The domain is in lower-case A-labels.
 */
public record EmailAddress(String value) {

    /** Octets; RFC 5321 4.5.3.1.1 and 4.5.3.1.3 (a path of 256 includes the angle brackets). */
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_ADDRESS = 254;

    private static final String ATEXT = "A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-";
    private static final Pattern ASCII_LOCAL = Pattern.compile("[" + ATEXT + "]+(\\.[" + ATEXT + "]+)*");
    private static final Pattern ANY_LOCAL =
            Pattern.compile("[" + ATEXT + "\\p{L}\\p{M}\\p{N}]+(\\.[" + ATEXT + "\\p{L}\\p{M}\\p{N}]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final String RULE = "must be an email address such as name@example.org";

    /**
     * @param international whether the local part may have characters beyond ASCII (RFC 6531)
     * @throws InvalidDetailException with the rule that it breaks
     */
    public static EmailAddress read(String text, boolean international) {
        String address = text.strip();
        if (address.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw new InvalidDetailException("must not contain spaces, line breaks or control characters");
        }
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new InvalidDetailException(RULE);
        }
        String local = address.substring(0, at);
        if (local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL_PART) {
            throw new InvalidDetailException("must have at most 64 characters before the @");
        }
        if (!(international ? ANY_LOCAL : ASCII_LOCAL).matcher(local).matches()) {
            throw new InvalidDetailException(RULE);
        }
        String whole = local + "@" + domain(address.substring(at + 1));
        if (whole.getBytes(StandardCharsets.UTF_8).length > LONGEST_ADDRESS) {
            throw new InvalidDetailException("must have at most 254 characters");
        }
        return new EmailAddress(whole);
    }

    private static String domain(String text) {
        String domain;
        try {
            domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidDetailException(RULE);
        }
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new InvalidDetailException(RULE);
            }
        }
        boolean numericTop = labels[labels.length - 1].chars().allMatch(Character::isDigit);
        if (labels.length < 2 || numericTop) {
            throw new InvalidDetailException(RULE);
        }
        return domain;
    }

    /** Never the address: it must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
