package org.handrail.notifier.newaddress;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as somebody typed it: a dot-atom, an at sign and a domain name (RFC 5321), the domain in lower-case
 * A-labels. Only ASCII before the @; intake-service has the last word.
 */
public record MailAddress(String value) {

    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATEXT + "(\\." + ATEXT + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    public static Optional<MailAddress> read(String text) {
        String address = text.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || address.length() > LONGEST
                || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String whole = address.substring(0, at) + "@" + domain;
            return DOMAIN.matcher(domain).matches() && whole.length() <= LONGEST
                    ? Optional.of(new MailAddress(whole)) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Never the address: it must not reach a log. */
    @Override
    public String toString() {
        return "MailAddress[]";
    }
}
