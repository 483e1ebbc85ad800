package org.handrail.notifier.template;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Reduces text to the bare letters that a reader sees: small a to z, every run of anything else as one space, a space
 * at both ends. Invisible characters vanish, look-alikes from other scripts become the letter they look like, and
 * letters spelled one by one ({@code d-e-t-o-x}) close up.
 */
final class Folding {

    /** Pairs: a letter of Cyrillic, Greek, Armenian or extended Latin, and the one that it looks like. */
    private static final String LOOK_ALIKES = "\u0430a\u0251a\u03b1a\u0432b\u044cb\u0441c\u03f2c\u0501d\u0111d\u0435e\u03b5e\u04bde"
            + "\u0261g\u04bbh\u043dh\u0127h\u0456i\u03b9i\u0131i\u0269i\u0458j\u043ak\u03bak\u04cfl"
            + "\u0142l\u013cl\u043cm\u0578n\u043fn\u03b7n\u043eo\u03bfo\u03c3o\u0585o\u00f8o\u0440p"
            + "\u03c1p\u051bq\u0433r\u0455s\u0282s\u0442t\u03c4t\u0167t\u03c5u\u057du\u03bdv\u0475v"
            + "\u051dw\u0461w\u03c9w\u0445x\u03c7x\u0443y\u03b3y\u04afy\u028fy\u0290z";
    private static final char[] LATIN = new char[0x600];

    static {
        for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
            LATIN[LOOK_ALIKES.charAt(i)] = LOOK_ALIKES.charAt(i + 1);
        }
    }

    /** A letter is 0 to 25. */
    static final byte SPACE = 26;
    private static final byte[] OF_ASCII = new byte[0x80];

    static {
        Arrays.fill(OF_ASCII, SPACE);
        for (byte letter = 0; letter < SPACE; letter++) {
            OF_ASCII['a' + letter] = letter;
            OF_ASCII['A' + letter] = letter;
        }
    }

    private final byte[] folded;
    private int length;
    private int wordStart;
    private boolean afterSingle;

    private Folding(int capacity) {
        folded = new byte[capacity + 2];
        folded[length++] = SPACE;
        wordStart = 1;
    }

    static Folding of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == text.length()) {
            Folding folding = new Folding(bytes.length);
            folding.takeAscii(bytes);
            return folding;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        Folding folding = new Folding(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            folding.take(plain.charAt(i));
        }
        folding.endWord();
        return folding;
    }

    int length() {
        return length;
    }

    /** 0 to 25 for a letter, or {@link #SPACE}. */
    byte at(int index) {
        return folded[index];
    }

    boolean isBlank() {
        return letters() == 0;
    }

    int letters() {
        int letters = 0;
        for (int i = 0; i < length; i++) {
            letters += folded[i] == SPACE ? 0 : 1;
        }
        return letters;
    }

    private void takeAscii(byte[] text) {
        for (byte c : text) {
            byte letter = OF_ASCII[c];
            if (letter == SPACE) {
                endWord();
            } else {
                folded[length++] = letter;
            }
        }
        endWord();
    }

    private void take(char c) {
        if (c < 0x80) {
            byte letter = OF_ASCII[c];
            if (letter == SPACE) {
                endWord();
            } else {
                folded[length++] = letter;
            }
        } else if (!isInvisible(c)) {
            char latin = latin(c);
            if (latin == 0) {
                endWord();
            } else {
                folded[length++] = OF_ASCII[latin];
            }
        }
    }

    /** Two words of one letter each are spelling, not words: the space between them goes. */
    private void endWord() {
        if (length == wordStart) {
            return;
        }
        boolean single = length - wordStart == 1;
        if (single && afterSingle) {
            folded[wordStart - 1] = folded[wordStart];
            length--;
        }
        folded[length++] = SPACE;
        wordStart = length;
        afterSingle = single;
    }

    private static char latin(char c) {
        char lower = Character.toLowerCase(c);
        return lower < LATIN.length ? LATIN[lower] : 0;
    }

    /** Combining marks (accents after decomposition), format characters, the soft hyphen, variation selectors. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK
                || c == '\u115f' || c == '\u1160' || c == '\u3164' || c == '\uffa0';
    }
}
