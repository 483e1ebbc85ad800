package org.handrail.followup.publishing.web;

import org.handrail.platform.problem.Faults;
import org.jspecify.annotations.Nullable;

/** Why something is published, in the words of whoever does. */
final class Reason {

    static final int LONGEST = 1000;

    private Reason() {
    }

    static String read(@Nullable String why, Faults faults) {
        String words = why == null ? "" : why.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST) {
            faults.add("/why", "must have 1 to " + LONGEST + " characters");
        } else if (words.codePoints().anyMatch(Reason::unprintable)) {
            faults.add("/why", "must not contain control or direction characters");
        }
        return words;
    }

    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        boolean direction = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return direction || type == Character.CONTROL || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
    }
}
