package org.handrail.notifier.template;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Ways in which somebody might hide a word. */
record Planted(String name, Kind kind, Predicate<String> suits, UnaryOperator<String> hide) {

    /** In this order they go on top of each other; what is encoded can be encoded again. */
    enum Kind { LETTERS, PARTS, ENCODING }

    private static final Predicate<String> ANY = word -> true;
    private static final Predicate<String> PLAIN = word -> word.matches("[a-z ]+");
    /** Five letters or more, in one word; but in halves "the rap" and its like are no disguise. */
    private static final Predicate<String> LONG =
            word -> word.matches("[a-z]{5,}") && !List.of("therap", "terap", "noshow").contains(word);

    static final List<Planted> ALL = List.of(
            letters("as it is", word -> word),
            letters("capitals", String::toUpperCase),
            letters("accents", word -> each(word, c -> c + "\u0301")),
            letters("struck through", word -> each(word, c -> c + "\u0336")),
            letters("enclosed", word -> each(word, c -> c + "\u20dd")),
            letters("full width", word -> each(word, c -> from(c, 0xff41))),
            letters("circled", word -> each(word, c -> from(c, 0x24d0))),
            letters("in parentheses", word -> each(word, c -> from(c, 0x249c))),
            letters("mathematical", word -> each(word, c -> from(c, 0x1d41a))),
            letters("double-struck", word -> each(word, c -> from(c, 0x1d552))),
            letters("squared", word -> each(word, c -> from(c, 0x1f130))),
            letters("negative squared", word -> each(word, c -> from(c, 0x1f170))),
            letters("negative circled", word -> each(word, c -> from(c, 0x1f150))),
            letters("regional indicators", word -> each(word, c -> from(c, 0x1f1e6))),
            letters("small capitals", word -> swap(word, "abcdefghijklmnoprstuvwz",
                    "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u1d22")),
            letters("Cherokee", word -> swap(word, "abcdeghijklmprstvwyz",
                    "\u13aa\u13cf\u13df\u13a0\u13ac\u13c0\u13bb\u13a5\u13ab\u13e6\u13de\u13b7\u13e2\u13a1\u13da\u13a2\u13d9\u13b3\u13a9\u13c3")),
            letters("Cyrillic", word -> swap(word, "aceopxsijy", "\u0430\u0441\u0435\u043e\u0440\u0445\u0455\u0456\u0458\u0443")),
            letters("Greek", word -> swap(word, "aeikoptuvx", "\u03b1\u03b5\u03b9\u03ba\u03bf\u03c1\u03c4\u03c5\u03bd\u03c7")),
            letters("Lisu", word -> swap(word, "bptdkcmnlsrvhzwxyaeiou",
                    "\ua4d0\ua4d1\ua4d4\ua4d3\ua4d7\ua4da\ua4df\ua4e0\ua4e1\ua4e2\ua4e3\ua4e6\ua4e7\ua4dc\ua4ea\ua4eb\ua4ec\ua4ee\ua4f0\ua4f2\ua4f3\ua4f4")),
            new Planted("figures and signs", Kind.LETTERS,
                    word -> word.matches("[a-z]{4,}") && word.chars().filter(c -> "aeiost".indexOf(c) < 0).count() >= 2,
                    word -> swap(word, "oiea", "013@")),
            new Planted("currency", Kind.LETTERS, word -> word.matches("[a-z]{4,}")
                    && word.chars().filter(c -> "cels".indexOf(c) < 0).count() >= 2,
                    word -> swap(word, "cels", "\u00a2\u20ac\u00a3$")),
            new Planted("masked", Kind.LETTERS, LONG, word -> word.substring(0, 2) + "*" + word.substring(3)),
            new Planted("doubled", Kind.LETTERS, LONG, word -> word.substring(0, 3) + word.substring(2)),
            parts("zero width", ANY, word -> each(word, c -> c + "\u200b")),
            parts("soft hyphens", ANY, word -> each(word, c -> c + "\u00ad")),
            parts("direction marks", ANY, word -> each(word, c -> "\u202a" + c)),
            parts("variation selectors", ANY, word -> each(word, c -> c + "\udb40\udd10")),
            parts("unseen tags", ANY, word -> each(word, c -> c + "\udb40\udc61")),
            parts("hyphens between", PLAIN.and(word -> !word.contains(" ")), word -> between(word, "-")),
            parts("dots between", PLAIN.and(word -> !word.contains(" ")), word -> between(word, ".")),
            parts("blanks between", PLAIN.and(word -> !word.contains(" ")), word -> between(word, " ")),
            parts("stars between", PLAIN.and(word -> !word.contains(" ")), word -> between(word, "\u2605")),
            parts("a hyphen inside", LONG, word -> middle(word, "-")),
            parts("a dot inside", LONG, word -> middle(word, ".")),
            parts("a slash inside", LONG, word -> middle(word, "/")),
            parts("an underscore inside", LONG, word -> middle(word, "_")),
            parts("over the end of a line", LONG, word -> middle(word, "-\r\n")),
            parts("a folded line inside", ANY, word -> after(word, "\r\n ")),
            parts("tags inside", ANY, word -> after(word, "<b>") + "</b>"),
            parts("a comment inside", ANY, word -> after(word, "<!-- x -->")),
            parts("something hidden inside", ANY,
                    word -> after(word, "<i style=\"display:none\">qq</i>")),
            parts("underscores for blanks", ANY, word -> "_" + word.replace(' ', '_') + "_"),
            parts("run together", word -> word.matches("[a-z ]{7,}"), word -> word.replace(" ", "")),
            new Planted("EachWordACapital", Kind.LETTERS, PLAIN, word -> "my" + capitals(word) + "Place"),
            new Planted("ABBREVIATIONinside", Kind.LETTERS, word -> word.matches("[a-z]{2,4}"),
                    word -> word.toUpperCase() + "place"),
            new Planted("backwards", Kind.LETTERS, PLAIN, word -> "\u202e" + new StringBuilder(word).reverse() + "\u202c"),
            new Planted("upside down", Kind.LETTERS, word -> word.matches("[a-z ]*[acefghjkmrtvwy][a-z ]*"), word -> new StringBuilder(
                    swap(word, "abcdefghijkmnpqrtuvwy", "\u0250q\u0254p\u01dd\u025f\u0183\u0265\u1d09\u027e\u029e\u026fudb\u0279\u0287n\u028c\u028d\u028e"))
                    .reverse().toString()),
            encoding("decimal entities", word -> all(word, c -> "&#" + (int) c + ";")),
            encoding("hexadecimal entities", word -> all(word, c -> "&#x" + Integer.toHexString(c) + ";")),
            encoding("percent", word -> bytes(word, "%%%02X")),
            encoding("quoted-printable", word -> bytes(word, "=%02X")),
            new Planted("base64", Kind.ENCODING, word -> !base64(word).matches("[a-z]+"), word -> " " + base64(word) + " "),
            encoding("encoded word, B", word -> " =?utf-8?B?" + base64(word) + "?= "),
            encoding("encoded word, Q", word -> " =?UTF-8?q?" + bytes(word, "=%02X") + "?= "),
            encoding("escapes", word -> all(word, c -> "\\u%04x".formatted((int) c))),
            encoding("escapes of style sheets", word -> all(word, c -> "\\%06x".formatted((int) c))));

    boolean goesOnTopOf(Planted other) {
        return kind == Kind.ENCODING || kind.compareTo(other.kind) > 0;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Planted letters(String name, UnaryOperator<String> hide) {
        return new Planted(name, Kind.LETTERS, PLAIN, hide);
    }

    private static Planted parts(String name, Predicate<String> suits, UnaryOperator<String> hide) {
        return new Planted(name, Kind.PARTS, suits, hide);
    }

    private static Planted encoding(String name, UnaryOperator<String> hide) {
        return new Planted(name, Kind.ENCODING, ANY, hide);
    }

    private static String each(String word, UnaryOperator<String> letter) {
        return word.codePoints().mapToObj(Character::toString)
                .map(c -> c.codePoints().allMatch(Character::isLetterOrDigit) ? letter.apply(c) : c).collect(Collectors.joining());
    }

    private static String all(String word, Function<Character, String> of) {
        return word.codePoints().allMatch(c -> c < 0x10000)
                ? word.chars().mapToObj(c -> of.apply((char) c)).collect(Collectors.joining()) : word;
    }

    private static String from(String letter, int a) {
        return letter.matches("[a-z]") ? Character.toString(letter.charAt(0) - 'a' + a) : letter;
    }

    private static String swap(String word, String from, String to) {
        return word.chars().mapToObj(c -> Character.toString(from.indexOf(c) < 0 ? c : to.charAt(from.indexOf(c))))
                .collect(Collectors.joining());
    }

    private static String between(String word, String separator) {
        return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(separator));
    }

    private static String middle(String word, String inside) {
        int half = word.offsetByCodePoints(0, word.codePointCount(0, word.length()) / 2);
        return word.substring(0, half) + inside + word.substring(half);
    }

    private static String after(String word, String first) {
        int one = word.offsetByCodePoints(0, 1);
        return word.substring(0, one) + first + word.substring(one);
    }

    private static String capitals(String words) {
        return List.of(words.split(" ")).stream()
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1)).collect(Collectors.joining());
    }

    private static String bytes(String word, String format) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(format.formatted(b & 0xff));
        }
        return encoded.toString();
    }

    private static String base64(String word) {
        return Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    }
}
