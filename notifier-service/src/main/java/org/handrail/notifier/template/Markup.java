package org.handrail.notifier.template;

import java.util.Locale;
import java.util.Set;

/** HTML without its tags, so that a word that tags pull apart is whole. */
final class Markup {

    /** Elements whose content is not shown. */
    private static final Set<String> UNSEEN =
            Set.of("style", "script", "head", "template", "noscript", "title", "object", "svg", "textarea");

    private Markup() {
    }

    /** Tags, comments and the like vanish; their content stays. */
    static String withoutTags(String html) {
        return without(html, false);
    }

    /** As it is shown: without the content of what is hidden, either. */
    static String visible(String html) {
        return without(html, true);
    }

    private static String without(String html, boolean hidden) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
            int end = end(html, open);
            text.append(html, at, end < 0 ? open + 1 : open);
            at = end < 0 ? open + 1 : hidden ? behindHidden(html, open, end) : end;
        }
        return text.append(html, at, html.length()).toString();
    }

    /** Behind the tag or comment that begins there; -1: none does. */
    private static int end(String html, int open) {
        if (html.startsWith("<!--", open)) {
            int close = html.indexOf("-->", open + 4);
            return close < 0 ? html.length() : close + 3;
        }
        if (open + 1 >= html.length()) {
            return -1;
        }
        char first = html.charAt(open + 1);
        boolean tag = first == '/' || first == '!' || first == '?' || Character.isLetter(first);
        int close = html.indexOf('>', open + 1);
        int another = html.indexOf('<', open + 1);
        return tag && close >= 0 && (another < 0 || another > close) ? close + 1 : -1;
    }

    private static int behindHidden(String html, int open, int end) {
        int nameEnd = open + 1;
        while (nameEnd < end && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(open + 1, nameEnd);
        boolean unseen = UNSEEN.contains(name.toLowerCase(Locale.ROOT));
        if (name.isEmpty() || !unseen && !hides(html, nameEnd, end)) {
            return end;
        }
        int close = html.indexOf("</" + name, end);
        if (!unseen && html.indexOf('<', end) != close) {
            return end;
        }
        int closed = close < 0 ? -1 : html.indexOf('>', close);
        return closed < 0 ? end : closed + 1;
    }

    private static boolean hides(String html, int from, int to) {
        String attributes = html.substring(from, to);
        return attributes.contains("none") || attributes.contains("hidden") || attributes.contains("font-size:0");
    }
}
