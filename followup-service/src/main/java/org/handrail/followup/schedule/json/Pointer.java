package org.handrail.followup.schedule.json;

/**
 * JSON Pointers (RFC 6901) for people to read: a long name is cut, and characters that don't print, or that turn the
 * direction of what follows, are shown as their code.
 */
final class Pointer {

    private static final int LONGEST = 60;

    private Pointer() {
    }

    static String to(String path, int element) {
        return path + "/" + element;
    }

    static String to(String path, String name) {
        StringBuilder shown = new StringBuilder(path).append('/');
        name.codePoints().limit(LONGEST).forEach(codePoint -> {
            switch (codePoint) {
                case '~' -> shown.append("~0");
                case '/' -> shown.append("~1");
                default -> append(shown, codePoint);
            }
        });
        return name.length() > LONGEST ? shown.append('…').toString() : shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (Characters.areOdd(codePoint)) {
            shown.append(Characters.named(codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }
}
