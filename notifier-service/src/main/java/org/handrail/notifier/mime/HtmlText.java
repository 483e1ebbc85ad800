package org.handrail.notifier.mime;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of HTML, roughly, for reading what a machine wrote; never shown as HTML again. */
final class HtmlText {

    /** Bounded, so that a hostile text costs little. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?is)<(style|script|title)\\b[^<>]{0,500}>.{0,20000}?</\\1\\s*>|<!--.{0,20000}?-->");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/?p|/?div|/?tr|/?li|/?h\\d|/?table|hr)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"",
            "apos", "'", "nbsp", " ");

    private HtmlText() {
    }

    static String of(String html) {
        String shown = HIDDEN.matcher(html).replaceAll(" ");
        String lines = BREAK.matcher(shown.replaceAll("\\s+", " ")).replaceAll("\n");
        return ENTITY.matcher(TAG.matcher(lines).replaceAll(""))
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
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
