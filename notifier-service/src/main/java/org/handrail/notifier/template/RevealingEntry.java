package org.handrail.notifier.template;

import java.util.Optional;

/** What may stand on the list of revealing words: {@code word}, {@code stem*}, {@code *part*} or several words. */
public final class RevealingEntry {

    private static final int LONGEST = 60;

    private RevealingEntry() {
    }

    /** Why it can't be an entry; empty if it can. */
    public static Optional<String> fault(String entry) {
        String bare = entry.replaceAll("^\\*|\\*$", "");
        int needed = entry.startsWith("*") ? 4 : entry.endsWith("*") ? 3 : 2;
        String fault = entry.length() > LONGEST || entry.chars().anyMatch(Character::isISOControl)
                ? "must be one line of at most " + LONGEST + " characters"
                : bare.contains("*") || entry.startsWith("*") && !entry.endsWith("*") || entry.startsWith("#")
                ? "must be a word, a beginning with * after it, or a part between two *"
                : letters(bare) < needed
                ? "must have " + needed + " letters or more, or ordinary words would be found" : null;
        return Optional.ofNullable(fault);
    }

    /** And figures. */
    private static int letters(String text) {
        Folding folded = Folding.of(text);
        int count = 0;
        for (int i = 0; i < folded.size(); i++) {
            count += Glyph.isLetter(folded.glyph(i)) || Glyph.isFigure(folded.glyph(i)) ? 1 : 0;
        }
        return count;
    }
}
