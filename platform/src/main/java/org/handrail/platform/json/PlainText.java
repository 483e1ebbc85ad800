package org.handrail.platform.json;

import java.util.Optional;

/** Text that can be stored and passed on: no NUL (PostgreSQL has none) and no half of a surrogate pair. */
public final class PlainText {

    private PlainText() {
    }

    /** @return the rule that the text breaks, to complete "the field ..."; empty when it is fine */
    public static Optional<String> brokenRule(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("must not contain the character U+0000");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("must not contain half of a surrogate pair");
            }
        }
        return Optional.empty();
    }
}
