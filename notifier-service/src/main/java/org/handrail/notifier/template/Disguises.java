package org.handrail.notifier.template;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other ways to read a text, beyond what {@link Folding} sees through: HTML entities, tags and comments inside words,
 * percent-encoding, punycode, figures and signs for letters, letter shapes from far corners of Unicode.
 */
final class Disguises {

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,24}));?");
    private static final Pattern ACCENTED = Pattern.compile("([A-Za-z])(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron)");
    private static final Set<String> UNSEEN = Set.of("shy", "zwj", "zwnj", "lrm", "rlm", "ZeroWidthSpace", "NoBreak",
            "InvisibleTimes", "InvisibleComma", "ApplyFunction");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final Pattern MARKUP = Pattern.compile("<!--.*?-->|</?[A-Za-z!][^<>]*>", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern PUNYCODE = Pattern.compile("xn--[a-z0-9-]+", Pattern.CASE_INSENSITIVE);
    /** A word with a figure or sign in it; the @ of an address is none, nor an exclamation at the end. */
    private static final String SIGN = "[0134578$]|@(?![A-Za-z0-9-]+\\.)|[!|](?=\\p{L})";
    private static final Pattern SIGNED = Pattern.compile("(?:\\p{L}|" + SIGN + ")*\\p{L}(?:\\p{L}|" + SIGN + ")*");
    private static final Pattern COMPOUND = Pattern.compile("\\p{L}+(?:[-._*~+\u00b7\u2010-\u2015\u2022'\u2019]\\p{L}+)+");
    private static final Pattern SPELLED_OUT = Pattern.compile("(?<!\\p{L})\\p{L}(?:[-._*~+\u00b7\u2010-\u2015\u2022'\u2019]\\p{L})+(?!\\p{L})");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}]");
    private static final Map<Integer, String> SHAPES = shapes();

    private Disguises() {
    }

    /** What the text may stand for, the text itself left out; empty for plain words. */
    static List<String> readings(String text) {
        Set<String> readings = new LinkedHashSet<>();
        String decoded = shaped(percent(entities(text)));
        readings.add(decoded);
        readings.add(MARKUP.matcher(decoded).replaceAll(""));
        for (String reading : List.copyOf(readings)) {
            readings.add(unicode(reading));
        }
        readings.remove(text);
        return List.copyOf(readings);
    }

    /** With letters for figures and signs; several, for a 1 may be an i or an l. Empty when no word holds any. */
    static List<String> spelled(String text) {
        String withI = letters(text, "i");
        return withI.equals(text) ? List.of() : List.of(withI, letters(text, "l"));
    }

    /** What parts of a word joined by hyphens, dots and their like would read as, from each part on to the last. */
    static List<String> joined(String text) {
        List<String> joined = new ArrayList<>();
        Matcher compound = COMPOUND.matcher(text);
        while (compound.find()) {
            String[] parts = SEPARATOR.split(compound.group());
            for (int i = 0; i + 1 < parts.length; i++) {
                joined.add(String.join("", List.of(parts).subList(i, parts.length)));
            }
        }
        return joined;
    }

    /** Words spelled letter by letter, such as {@code d.e.t.o.x}, as one. */
    static List<String> initials(String text) {
        return SPELLED_OUT.matcher(text).results().map(found -> SEPARATOR.matcher(found.group()).replaceAll("")).toList();
    }

    private static String entities(String text) {
        return text.indexOf('&') < 0 ? text
                : ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(entity(found)));
    }

    private static String entity(MatchResult found) {
        String name = found.group(3);
        if (name == null) {
            int point = found.group(1) != null ? Integer.parseInt(found.group(1)) : Integer.parseInt(found.group(2), 16);
            return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
        }
        Matcher accented = ACCENTED.matcher(name);
        return accented.matches() ? accented.group(1)
                : UNSEEN.contains(name) ? "" : NAMED.getOrDefault(name, found.group());
    }

    private static String percent(String text) {
        return text.indexOf('%') < 0 ? text : PERCENT.matcher(text).replaceAll(found -> {
            ByteBuffer bytes = ByteBuffer.allocate(found.group().length() / 3);
            for (int i = 1; i < found.group().length(); i += 3) {
                bytes.put((byte) Integer.parseInt(found.group().substring(i, i + 2), 16));
            }
            return Matcher.quoteReplacement(new String(bytes.array(), StandardCharsets.UTF_8));
        });
    }

    private static String unicode(String text) {
        return PUNYCODE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(host(found.group())));
    }

    private static String host(String label) {
        try {
            return IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noHost) {
            return label;
        }
    }

    private static String letters(String text, String one) {
        return SIGNED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group()
                .replace("0", "o").replace("1", one).replace("3", "e").replace("4", "a").replace("5", "s")
                .replace("7", "t").replace("8", "b").replace("@", "a").replace("$", "s").replace("!", "i")
                .replace("|", "l")));
    }

    private static String shaped(String text) {
        if (text.chars().allMatch(c -> c < 0x1d00 && c != '\u0280' && c != '\u0299' && c != '\u029f')) {
            return text;
        }
        StringBuilder shaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shaped.append(SHAPES.getOrDefault(point, Character.toString(point))));
        return shaped.toString();
    }

    private static Map<Integer, String> shapes() {
        Map<Integer, String> shapes = new HashMap<>();
        pairs(shapes, "\u1d00a\u0299b\u1d04c\u1d05d\u1d07e\ua730f\u0262g\u029ch\u026ai\u1d0aj\u1d0bk\u029fl\u1d0dm\u0274n\u1d0fo"
                + "\u1d18p\u0280r\ua731s\u1d1bt\u1d1cu\u1d20v\u1d21w\u028fy\u1d22z");
        // Cherokee, in capitals and small ones
        pairs(shapes, "\u13a0d\u13a1r\u13a2t\u13a5i\u13aaa\u13abj\u13ace\u13b3w\u13b7m\u13bbh\u13c0g\u13c2h\u13c3z\u13cfb"
                + "\u13d2r\u13d4w\u13d5s\u13dav\u13des\u13dfc\u13e2p\u13e9v\u13d9v\u13ees\u13f4b\u13aba\u13d3z\u13dcs");
        for (int i = 0; i < 26; i++) {
            String letter = Character.toString('a' + i);
            shapes.put(0x1f150 + i, letter);
            shapes.put(0x1f170 + i, letter);
            shapes.put(0x1f1e6 + i, letter);
        }
        return Map.copyOf(shapes);
    }

    private static void pairs(Map<Integer, String> shapes, String pairs) {
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            shapes.put((int) pairs.charAt(i), pairs.substring(i + 1, i + 2));
        }
    }
}
