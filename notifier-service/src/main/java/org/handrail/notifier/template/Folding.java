package org.handrail.notifier.template;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reduces text to what a reader sees of it, in two ways at once. Letters: small a to z, every run of anything else as
 * one space, a space at both ends; letters spelled one by one ({@code d-e-t-o-x}) close up. Glyphs: the same letters, and
 * between them what there is. Invisible characters vanish, look-alikes become the letter they look like.
 */
final class Folding {

    /** A letter is 0 to 25. */
    static final byte SPACE = 26;

    private byte[] letters;
    private int length;
    private int wordStart;
    private boolean afterSingle;
    private byte[] glyphs;
    private int size;

    private Folding(int capacity) {
        letters = new byte[2 * capacity + 2];
        glyphs = new byte[2 * capacity];
        letters[length++] = SPACE;
        wordStart = 1;
    }

    static Folding of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == text.length()) {
            Folding folding = new Folding(bytes.length);
            for (byte c : bytes) {
                folding.take(Glyph.ofAscii(c));
            }
            folding.endWord();
            return folding;
        }
        String plain = Normalizer.normalize(withoutTradeMarks(text), Normalizer.Form.NFKD);
        Folding folding = new Folding(plain.length());
        plain.codePoints().forEach(folding::takeCharacter);
        folding.endWord();
        return folding;
    }

    /** Decomposed they would be letters at the end of a word. */
    private static String withoutTradeMarks(String text) {
        return text.replace('\u2122', '\u00b7').replace('\u2120', '\u00b7');
    }

    int length() {
        return length;
    }

    /** 0 to 25 for a letter, or {@link #SPACE}. */
    byte at(int index) {
        return letters[index];
    }

    /** How many glyphs there are. */
    int size() {
        return size;
    }

    byte glyph(int index) {
        return glyphs[index];
    }

    int letters() {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += letters[i] == SPACE ? 0 : 1;
        }
        return count;
    }

    private void takeCharacter(int codePoint) {
        if (codePoint < 0x80) {
            take(Glyph.ofAscii(codePoint));
            return;
        }
        int type = Character.getType(codePoint);
        if (isInvisible(codePoint, type)) {
            return;
        }
        String latin = latin(codePoint);
        if (latin == null) {
            take(type == Character.SPACE_SEPARATOR || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR ? Glyph.BLANK
                    : type == Character.DASH_PUNCTUATION ? Glyph.HYPHEN : Glyph.MARK);
        } else if (LookAlikes.isSign(codePoint)) {
            take(latin.equals("l") ? Glyph.ofAscii('|') : Glyph.signOf(latin.charAt(0)));
        } else {
            latin.chars().forEach(c -> take(Glyph.ofAscii(c)));
        }
    }

    private static @Nullable String latin(int codePoint) {
        String latin = LookAlikes.of(codePoint);
        return latin == null ? LookAlikes.of(Character.toLowerCase(codePoint)) : latin;
    }

    private void take(byte glyph) {
        glyphs[size++] = glyph;
        if (glyph < SPACE) {
            letters[length++] = glyph;
        } else {
            endWord();
        }
    }

    /** Two words of one letter each are spelling, not words: the space between them goes. */
    private void endWord() {
        if (length == wordStart) {
            return;
        }
        boolean single = length - wordStart == 1;
        if (single && afterSingle) {
            letters[wordStart - 1] = letters[wordStart];
            length--;
        }
        letters[length++] = SPACE;
        wordStart = length;
        afterSingle = single;
    }

    /** Combining marks (accents after decomposition), format characters, what Unicode lets programs leave out. */
    private static boolean isInvisible(int codePoint, int type) {
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK || type == Character.FORMAT || type == Character.CONTROL
                || type == Character.UNASSIGNED || codePoint == 0x115f || codePoint == 0x1160 || codePoint == 0x3164
                || codePoint == 0xffa0;
    }
}
