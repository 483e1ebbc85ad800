package org.handrail.notifier.template;

import java.util.Arrays;

/**
 * What a character is to somebody who looks for words: a letter (0 to 25), a figure or sign that may stand for one, or
 * something between words.
 */
final class Glyph {

    static final byte BLANK = 26;
    static final byte MARK = 27;
    static final byte DOT = 28;
    static final byte HYPHEN = 29;
    static final byte NOUGHT = 30;
    private static final byte FIRST_SIGN = 40;
    private static final byte SIGN_OF_LETTER = 80;
    /** Signs and the letters that they stand for; all of them where a word is masked. */
    private static final String[] SIGNS = {"@a", "$s", "!il", "|il", "+t", "(c", "<c", "[c", "{c", "^a", ")d",
        "*abcdefghijklmnopqrstuvwxyz", "#abcdefghijklmnopqrstuvwxyz", "?abcdefghijklmnopqrstuvwxyz"};
    private static final byte PLUS = FIRST_SIGN + 4;
    private static final byte FIRST_WILD = FIRST_SIGN + 11;
    private static final String[] FIGURES = {"o", "il", "z", "e", "a", "s", "gb", "t", "b", "gq"};

    private static final byte[] OF_ASCII = new byte[0x80];
    private static final int[] LETTERS = new int[0x80];

    static {
        Arrays.fill(OF_ASCII, MARK);
        for (char c : " \t\n\r\f\u000b".toCharArray()) {
            OF_ASCII[c] = BLANK;
        }
        OF_ASCII['.'] = DOT;
        OF_ASCII['-'] = HYPHEN;
        for (byte i = 0; i < 26; i++) {
            OF_ASCII['a' + i] = i;
            OF_ASCII['A' + i] = i;
            LETTERS[i] = 1 << i;
            LETTERS[SIGN_OF_LETTER + i] = 1 << i;
        }
        for (byte i = 0; i < 10; i++) {
            OF_ASCII['0' + i] = (byte) (NOUGHT + i);
            LETTERS[NOUGHT + i] = letters(FIGURES[i]);
        }
        for (byte i = 0; i < SIGNS.length; i++) {
            OF_ASCII[SIGNS[i].charAt(0)] = (byte) (FIRST_SIGN + i);
            LETTERS[FIRST_SIGN + i] = letters(SIGNS[i].substring(1));
        }
    }

    private Glyph() {
    }

    static byte ofAscii(int c) {
        return OF_ASCII[c];
    }

    static byte signOf(char letter) {
        return (byte) (SIGN_OF_LETTER + letter - 'a');
    }

    /** The plus is one in addresses. */
    static boolean isBlank(byte glyph) {
        return glyph == BLANK || glyph == PLUS;
    }

    static boolean isLetter(byte glyph) {
        return glyph < BLANK;
    }

    static boolean isFigure(byte glyph) {
        return glyph >= NOUGHT && glyph < FIRST_SIGN;
    }

    /** A figure or sign that may be read as a letter. */
    static boolean standsForLetters(byte glyph) {
        return glyph >= NOUGHT;
    }

    /** May be any letter. */
    static boolean isWild(byte glyph) {
        return glyph >= FIRST_WILD && glyph < SIGN_OF_LETTER;
    }

    /** May stand between the letters of a word that was pulled apart; figures may not. */
    static boolean isBetween(byte glyph) {
        return glyph >= BLANK && !isFigure(glyph);
    }

    /** One bit each, a first. */
    static int letters(byte glyph) {
        return LETTERS[glyph];
    }

    private static int letters(String all) {
        return all.chars().map(c -> 1 << c - 'a').reduce(0, (a, b) -> a | b);
    }
}
