package org.handrail.standalone.demo.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a page as a browser would send it: hidden fields, what is chosen already, and what a person fills in.
 *
 * @param fields what is sent when nobody touches it
 * @param names  every control there is
 */
record HtmlForm(String action, Map<String, String> fields, Set<String> names) {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern CONTROL = Pattern.compile("(?is)<(input|select|textarea|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");

    /** The first form of the page that is posted. */
    static HtmlForm in(Answer page) {
        Matcher forms = FORM.matcher(page.body());
        while (forms.find()) {
            Map<String, String> attributes = attributes(forms.group(1));
            if ("post".equalsIgnoreCase(attributes.get("method"))) {
                return read(attributes.getOrDefault("action", ""), forms.group(2));
            }
        }
        throw new IllegalStateException("the page has no form to post");
    }

    private static HtmlForm read(String action, String inside) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        Matcher controls = CONTROL.matcher(inside);
        while (controls.find()) {
            Map<String, String> attributes = attributes(controls.group(2));
            String name = attributes.get("name");
            if (name != null) {
                names.add(name);
                if (isSentUntouched(controls.group(1), attributes)) {
                    fields.put(name, attributes.getOrDefault("value", "on"));
                }
            }
        }
        return new HtmlForm(action, fields, names);
    }

    private static boolean isSentUntouched(String tag, Map<String, String> attributes) {
        String type = attributes.getOrDefault("type", "text");
        return tag.equalsIgnoreCase("input") && attributes.containsKey("value")
                && (type.equals("hidden") || attributes.containsKey("checked"));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4) == null ? "" : matcher.group(4);
            attributes.put(matcher.group(1).toLowerCase(java.util.Locale.ROOT), unescape(value));
        }
        return attributes;
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** @throws IllegalStateException when the page does not ask for that */
    HtmlForm fill(Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        typed.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new IllegalStateException("the form has no field " + name + " but " + names);
            }
            all.put(name, value);
        });
        return new HtmlForm(action, all, names);
    }
}
