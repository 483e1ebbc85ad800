package org.handrail.notifier.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Other ways to look at a text, each where there is a sign that it was meant: backwards, upside down, InOneWord. */
final class Disguises {

    private static final Pattern BACKWARDS = Pattern.compile(
            "[\\u202e\\u202d\\u202b\\u2066-\\u2068]|\\bbdo\\b|\\brtl\\b|bidi-override", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern INITIALS_FIRST = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu}\\p{Lu})(?=\\p{Ll})");
    /** Letters in circles and squares beside plain ones. */
    private static final Pattern SYMBOLS_INSIDE = Pattern.compile("(?<=\\p{L})(?=\\p{So})|(?<=\\p{So})(?=\\p{L})");
    private static final String TURNED_FROM = "\u0250\u0254\u01dd\u025f\u0183\u0253\u0265\u1d09\u0131\u027e\u017f\u029e\u05df\u026f\u0279\u0287\u028c\u028d\u028epqbdnu"
            + "\u2c6f\u2c7b\ua780\ua781\ua78d\ua7b0\ua7b1\u1d1a\u0265\u1d77\u0269";
    private static final String TURNED_TO = "acefggh" + "iij" + "jkl" + "mrt" + "vwy" + "dbqpun" + "aellhktrhgi";
    private static final Map<Character, Character> UPRIGHT = upright();
    private static final Pattern TURNED =
            Pattern.compile("[\u0250\u0254\u01dd\u025f\u0183\u0265\u1d09\u029e\u026f\u0279\u0287\u028c\u028d\u028e]");

    private Disguises() {
    }

    static List<String> views(String text) {
        List<String> views = new ArrayList<>(2);
        String bare = isAscii(text) ? text : UNSEEN.matcher(text).replaceAll("");
        if (hasCapitalInside(bare)) {
            views.add(CAMEL.matcher(bare).replaceAll(" "));
            views.add(INITIALS_FIRST.matcher(bare).replaceAll(" "));
        }
        if (!isAscii(text) && SYMBOLS_INSIDE.matcher(text).find()) {
            views.add(SYMBOLS_INSIDE.matcher(text).replaceAll(" "));
        }
        if (mayRunBackwards(text)) {
            views.add(new StringBuilder(text).reverse().toString());
        }
        if (!isAscii(text) && TURNED.matcher(text).find()) {
            addUpright(text, views);
        }
        return views;
    }

    /** The whole of it is to be looked at then: a direction holds over many lines. */
    static boolean mayRunBackwards(String text) {
        return !isAscii(text) ? BACKWARDS.matcher(text).find()
                : text.contains("<bdo") || text.contains("rtl") || text.contains("bidi-override");
    }

    /** Upside down text is written backwards as a rule, and some of its letters stand as they are at times. */
    private static void addUpright(String text, List<String> views) {
        for (int turnable : new int[] {0, 0x80}) {
            String upright = text.chars().mapToObj(c -> Character.toString(
                    c < turnable ? (char) c : UPRIGHT.getOrDefault((char) c, (char) c))).collect(Collectors.joining());
            views.add(new StringBuilder(upright).reverse().toString());
            views.add(upright);
        }
    }

    private static boolean hasCapitalInside(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) ? Character.isLowerCase(text.charAt(i - 1))
                    : Character.isLowerCase(text.charAt(i)) && i > 1 && Character.isUpperCase(text.charAt(i - 1))
                            && Character.isUpperCase(text.charAt(i - 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static Map<Character, Character> upright() {
        Map<Character, Character> upright = new HashMap<>();
        for (int i = 0; i < TURNED_FROM.length(); i++) {
            upright.put(TURNED_FROM.charAt(i), TURNED_TO.charAt(i));
        }
        return Map.copyOf(upright);
    }
}
