package org.handrail.notifier.template;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds revealing words as a reader makes them out: with figures and signs for letters, masked, pulled apart, with letters
 * doubled or two in the shape of one, words of a phrase run together; and entries that hold figures. Thread-safe.
 */
final class TolerantSearch {

    /** How a word was made out, other than as it is written. */
    private static final int APART = 1;
    private static final int FAR_APART = 2;
    private static final int BENT = 4;
    private static final int SOUND = 8;
    private static final int RUN_TOGETHER = 16;
    private static final int MOST_BLANKS = 24;
    private static final int MOST_MARKS = 4;

    private static final int CERTAIN = 1;
    private static final int FIGURE = 1 << 8;
    private static final int SIGN = 1 << 16;
    private static final int WILD = 1 << 24;

    private final WordTree tree;

    TolerantSearch(Collection<String> words) {
        this.tree = new WordTree(words);
    }

    /** The entry that shows, if any. */
    Optional<String> findIn(Folding text) {
        Walk walk = new Walk(text);
        int signs = 0;
        for (int i = 0; i < text.size(); i++) {
            byte glyph = text.glyph(i);
            byte before = i == 0 ? Glyph.BLANK : text.glyph(i - 1);
            if (Glyph.isBetween(glyph) && !Glyph.standsForLetters(glyph)) {
                signs = 0;
                continue;
            }
            if (signs <= i) {
                signs = i + 1 + walk.lengthOfWordWithSigns(i);
            }
            boolean begins = !Glyph.isLetter(before) && !(Glyph.isFigure(glyph) && Glyph.isFigure(before));
            boolean inside = !begins && signs > i + 1;
            if ((begins || inside) && !Glyph.isWild(glyph) && walk.from(i, inside)) {
                return Optional.ofNullable(walk.found).map(WordTree.Entry::text);
            }
        }
        return Optional.empty();
    }

    /** One text's search. */
    private final class Walk {

        private final Folding text;
        private int start;
        private boolean inside;
        private WordTree.@Nullable Entry found;

        private Walk(Folding text) {
            this.text = text;
        }

        private boolean from(int index, boolean insideOfWord) {
            start = index;
            inside = insideOfWord;
            return on(0, index, 0, 0, -1);
        }

        /** 0 when the letters from here on have no figure or sign among them. */
        private int lengthOfWordWithSigns(int from) {
            boolean signs = false;
            int i = from;
            while (i < text.size() && (Glyph.isLetter(text.glyph(i)) || Glyph.standsForLetters(text.glyph(i)))) {
                signs |= !Glyph.isLetter(text.glyph(i));
                i++;
            }
            return signs ? i - from : 0;
        }

        /** @param read how many letters were certain, figures for letters, other signs, and wild ones: a byte each */
        private boolean on(int node, int at, int read, int how, int last) {
            WordTree.Entry entry = tree.endingAt(node);
            if (entry != null && accepts(entry, at, read, how)) {
                found = entry;
                return true;
            }
            if (at >= text.size()) {
                return false;
            }
            byte glyph = text.glyph(at);
            return Glyph.isLetter(glyph) ? letter(node, at, glyph, read, how, last)
                    : Glyph.standsForLetters(glyph) && sign(node, at, glyph, read, how)
                    || between(node, at, glyph, read, how, last);
        }

        private boolean letter(int node, int at, byte letter, int read, int how, int last) {
            if (step(node, letter, at + 1, read + CERTAIN, how)
                    || letter == last && on(node, at + 1, read, how | BENT, last)) {
                return true;
            }
            int shape = at + 1 < text.size() ? shapeOf(letter, text.glyph(at + 1)) : -1;
            int sound = letter == 'k' - 'a' ? 'c' - 'a' : letter == 'z' - 'a' ? 's' - 'a' : -1;
            return shape >= 0 && step(node, shape, at + 2, read + CERTAIN, how | BENT)
                    || sound >= 0 && step(node, sound, at + 1, read + CERTAIN, how | SOUND)
                    || runTogether(node, at, read, how, last);
        }

        private boolean sign(int node, int at, byte sign, int read, int how) {
            if (Glyph.isFigure(sign) && (step(node, WordTree.symbolOf(sign), at + 1, read + CERTAIN, how)
                    || runTogether(node, at, read, how, -1))) {
                return true;
            }
            int kind = Glyph.isFigure(sign) ? FIGURE : Glyph.isWild(sign) ? WILD : SIGN;
            if (kind == WILD && count(read, WILD) == 2) {
                return false;
            }
            for (int letters = Glyph.letters(sign); letters != 0; letters &= letters - 1) {
                int child = tree.next(node, Integer.numberOfTrailingZeros(letters));
                if (child >= 0 && on(child, at + 1, read + kind, how, -1)) {
                    return true;
                }
            }
            return false;
        }

        private boolean between(int node, int at, byte glyph, int read, int how, int last) {
            if (!Glyph.isBetween(glyph) || node == 0 || inside) {
                return false;
            }
            if (glyph == Glyph.DOT && step(node, WordTree.POINT, at + 1, read, how)) {
                return true;
            }
            boolean blank = false;
            int marks = 0;
            int to = at;
            while (to < text.size() && to - at < MOST_BLANKS && marks <= MOST_MARKS
                    && Glyph.isBetween(text.glyph(to)) && (to == at || !Glyph.standsForLetters(text.glyph(to)))) {
                blank |= Glyph.isBlank(text.glyph(to));
                marks += text.glyph(to) == Glyph.BLANK ? 0 : 1;
                to++;
            }
            boolean hyphenated = glyph == Glyph.HYPHEN || text.glyph(to - 1) == Glyph.HYPHEN;
            return marks <= MOST_MARKS && to < text.size() && (step(node, Folding.SPACE, to, read, how)
                    || on(node, to, read, how | APART | (blank && !hyphenated ? FAR_APART : 0), last));
        }

        private boolean runTogether(int node, int at, int read, int how, int last) {
            int words = tree.next(node, Folding.SPACE);
            return words >= 0 && on(words, at, read, how | RUN_TOGETHER, last);
        }

        private boolean step(int node, int symbol, int to, int read, int how) {
            int child = tree.next(node, symbol);
            return child >= 0 && on(child, to, read, how, symbol);
        }

        private boolean accepts(WordTree.Entry entry, int end, int read, int how) {
            boolean signs = read >= FIGURE;
            boolean wordEnds = end >= text.size() || !Glyph.isLetter(text.glyph(end));
            return (entry.kind() != WordTree.Kind.WORD || wordEnds)
                    && (!inside || entry.kind() == WordTree.Kind.PART && signs)
                    && (!signs || allows(entry, read, how))
                    && ((how & BENT) == 0 || entry.letters() >= 5)
                    && ((how & APART) == 0 || entry.letters() >= 5 || wordEnds && isSpelledOut(end))
                    && ((how & (SOUND | RUN_TOGETHER)) == 0 || entry.letters() >= 6)
                    && ((how & FAR_APART) == 0 || (how & BENT) == 0 || isSpelledOut(end))
                    && (how == 0 || isDisguise(entry, end, read, how));
        }

        /** Letter by letter, which words that just stand beside each other are not. */
        private boolean isSpelledOut(int end) {
            for (int i = start; i + 1 < end; i++) {
                if (Glyph.isLetter(text.glyph(i)) && Glyph.isLetter(text.glyph(i + 1))) {
                    return false;
                }
            }
            return true;
        }

        /** Short words with figures in them are found in any number, and anything in a row of masks. */
        private boolean allows(WordTree.Entry entry, int read, int how) {
            return entry.letters() < 4 ? read - count(read, CERTAIN) == SIGN && how == 0
                    : count(read, CERTAIN) >= 2
                    && (count(read, WILD) == 0 || entry.letters() >= 5 && count(read, CERTAIN) >= 3);
        }

        private boolean isDisguise(WordTree.Entry entry, int end, int read, int how) {
            int wordEnd = end;
            while (wordEnd < text.size() && Glyph.isLetter(text.glyph(wordEnd))) {
                wordEnd++;
            }
            boolean ends = entry.kind() == WordTree.Kind.WORD || (how & FAR_APART) == 0 || OrdinaryWords.isEnding(letters(end, wordEnd));
            return ends && (read >= SIGN || !isOrdinary(start, wordEnd, (how & FAR_APART) != 0));
        }

        /** Whether all of it is words that stand beside each other in any text. */
        private boolean isOrdinary(int from, int to, boolean farApart) {
            int i = from;
            while (i < to) {
                int word = i;
                while (i < to && !Glyph.isBetween(text.glyph(i))) {
                    i++;
                }
                if (i > word && !OrdinaryWords.has(letters(word, i), farApart)) {
                    return false;
                }
                i = Math.max(i, word) + 1;
            }
            return true;
        }

        private String letters(int from, int to) {
            StringBuilder letters = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                byte glyph = text.glyph(i);
                letters.append(Glyph.isLetter(glyph) ? (char) ('a' + glyph) : '0');
            }
            return letters.toString();
        }
    }

    private static int count(int read, int kind) {
        return read / kind & 0xff;
    }

    /** Two letters in the shape of one. */
    private static int shapeOf(byte first, byte second) {
        return first == 'r' - 'a' && second == 'n' - 'a' ? 'm' - 'a'
                : first == 'v' - 'a' && second == 'v' - 'a' ? 'w' - 'a'
                : first == 'c' - 'a' && second == 'l' - 'a' ? 'd' - 'a'
                : first == 'p' - 'a' && second == 'h' - 'a' ? 'f' - 'a' : -1;
    }
}
