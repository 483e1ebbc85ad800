package org.handrail.followup.staff;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a sign-in name and a password must be like (NIST SP 800-63B: length, no rules of composition). */
public final class Credentials {

    public static final int SHORTEST_PASSWORD = 12;

    /** In UTF-8; bcrypt takes no more. */
    public static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private Credentials() {
    }

    public static String normalized(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    /** The rule that a normalized sign-in name breaks, a message code; empty when it is fine. */
    public static Optional<String> brokenNameRule(String signInName) {
        return SIGN_IN_NAME.matcher(signInName).matches() ? Optional.empty() : Optional.of("account.name-form");
    }

    /** The rule that a new password breaks, a message code; empty when it is fine. */
    public static Optional<String> brokenPasswordRule(String password, String signInName) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of("account.password-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return Optional.of("account.password-long");
        }
        boolean fewCharacters = password.codePoints().distinct().count() < 4;
        boolean littleButTheName = normalized(password).replace(signInName, "").length() < 6;
        return fewCharacters || littleButTheName ? Optional.of("account.password-guessable") : Optional.empty();
    }
}
