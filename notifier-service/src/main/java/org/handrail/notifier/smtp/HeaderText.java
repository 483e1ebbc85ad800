package org.handrail.notifier.smtp;

import java.util.regex.Pattern;

/**
 * Header values as RFC 5322 wants them: ASCII, folded to lines of 78, and whatever they say never another header. What
 * can't stand as it is becomes encoded words, so that a reader gets the very text back.
 */
final class HeaderText {

    static final int LINE = 78;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern PLAIN = Pattern.compile("([!-~]{1,60} )*[!-~]{1,60}");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=^_`{|}~-]+)*");
    private static final Pattern QUOTABLE = Pattern.compile("[ -~]{1,60}");
    /** Of an encoded word, which would be read as one. */
    private static final String ENCODED = "=?";

    private HeaderText() {
    }

    /** A subject or another value that is read as text. */
    static String of(String header, String text) {
        int used = header.length() + 2;
        if (standsAsItIs(text, LINE - used)) {
            return text;
        }
        String line = oneLine(text);
        boolean plain = line.isEmpty() || PLAIN.matcher(line).matches() && !line.contains(ENCODED);
        return plain ? folded(line, used) : EncodedWords.of(line, used);
    }

    /** @param name empty: the address alone */
    static String mailbox(String header, String name, String address) {
        String line = oneLine(name);
        int used = header.length() + 2;
        if (line.isEmpty()) {
            return address;
        }
        String phrase = phrase(line, used);
        int last = phrase.contains("\n") ? phrase.length() - phrase.lastIndexOf('\n') - 1 : used + phrase.length();
        return phrase + (last + address.length() + 3 > LINE ? "\r\n <" : " <") + address + ">";
    }

    private static String phrase(String line, int used) {
        boolean quotable = QUOTABLE.matcher(line).matches() && !line.contains(ENCODED);
        if (!quotable) {
            return EncodedWords.of(line, used);
        }
        return ATOMS.matcher(line).matches() ? line : '"' + line.replaceAll("[\\\\\"]", "\\\\$0") + '"';
    }

    /** A line break in a header would begin another header. */
    private static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /** As nearly every subject does: short, letters and single blanks. */
    private static boolean standsAsItIs(String text, int room) {
        if (text.isEmpty() || text.length() > room) {
            return false;
        }
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ' || c == '?' && before == '=') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String folded(String line, int used) {
        if (used + line.length() <= LINE) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length() + 16);
        int at = used;
        for (String word : line.split(" ")) {
            boolean first = out.length() == 0;
            boolean fits = at + word.length() + (first ? 0 : 1) <= LINE;
            out.append(fits ? first ? "" : " " : "\r\n ").append(word);
            at = (fits ? at + (first ? 0 : 1) : 1) + word.length();
        }
        return out.toString();
    }
}
