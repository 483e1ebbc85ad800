package org.handrail.notifier.mime;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of HTML, roughly, for reading what a machine wrote; never shown as HTML again. */
final class HtmlText {

    private static final Pattern OPENS = Pattern.compile("(?i)<(style|script|title)\\b|<!--");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/?p|/?div|/?tr|/?li|/?h\\d|/?table|hr)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"",
            "apos", "'", "nbsp", " ");

    private HtmlText() {
    }

    static String of(String html) {
        String shown = shown(html);
        String lines = BREAK.matcher(shown.replaceAll("\\s+", " ")).replaceAll("\n");
        return ENTITY.matcher(TAG.matcher(lines).replaceAll(""))
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
    }

    /** Without what a reader does not see. What is never closed is shown: then it is no HTML. Looks at nothing twice. */
    private static String shown(String html) {
        StringBuilder shown = new StringBuilder(html.length());
        String lower = lower(html);
        Set<String> neverClosed = new HashSet<>();
        Matcher opening = OPENS.matcher(html);
        int from = 0;
        while (opening.find(from)) {
            String close = opening.group(1) == null ? "-->" : "</" + opening.group(1).toLowerCase(Locale.ROOT);
            int end = neverClosed.contains(close) ? -1 : lower.indexOf(close, opening.end());
            if (end < 0) {
                neverClosed.add(close);
                shown.append(html, from, opening.end());
                from = opening.end();
            } else {
                shown.append(html, from, opening.start()).append(' ');
                int after = lower.indexOf('>', end);
                from = after < 0 ? html.length() : after + 1;
            }
        }
        return shown.append(html, from, html.length()).toString();
    }

    /** Character by character, so that places stay the same. */
    private static String lower(String html) {
        char[] all = html.toCharArray();
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] >= 'A' && all[i] <= 'Z' ? (char) (all[i] + 32) : all[i];
        }
        return new String(all);
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, " ");
        }
        boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }
}
