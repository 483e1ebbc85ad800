package org.handrail.followup.schedule.json;

import java.util.Locale;
import java.util.OptionalInt;

/** Which characters a definition may have: those that a person sees, and sees in the order in which they stand. */
final class Characters {

    private Characters() {
    }

    static boolean areOdd(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.UNASSIGNED || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    static OptionalInt firstOdd(String text) {
        return text.codePoints().filter(Characters::areOdd).findFirst();
    }

    /** Nothing but kinds of space. */
    static boolean blank(String text) {
        return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each));
    }

    static String named(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** Where a whole text has one that is no line break or tab, as {@code line 3, column 7: U+202E}. */
    static String placeOfOdd(String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint != '\n' && codePoint != '\r' && codePoint != '\t' && areOdd(codePoint)) {
                return "line " + line + ", column " + column + ": " + named(codePoint);
            }
            line += codePoint == '\n' ? 1 : 0;
            column = codePoint == '\n' ? 1 : column + 1;
        }
        return "";
    }
}
