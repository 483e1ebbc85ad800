package org.handrail.followup.schedule.json;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tree of values as YAML in block style. Text that any release of YAML might take for something else, such as
 * {@code 10:00} or {@code no}, stands in quotes.
 */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*( [A-Za-z0-9._-]+)*");
    private static final Set<String> WORDS = Set.of(
            "true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan");
    private static final JsonMapper QUOTES = JsonMapper.builder().build();

    private final StringBuilder text = new StringBuilder();

    private YamlText() {
    }

    static String of(JsonNode object) {
        YamlText yaml = new YamlText();
        yaml.fields(object, 0);
        return yaml.text.toString();
    }

    private void fields(JsonNode object, int indent) {
        boolean first = true;
        for (var field : object.properties()) {
            // the first one stands behind the dash of its list's entry
            text.append(first ? "" : " ".repeat(indent)).append(field.getKey()).append(':');
            first = false;
            value(field.getValue(), indent + 2);
        }
    }

    private void value(JsonNode value, int indent) {
        if (value.isObject()) {
            text.append('\n').append(" ".repeat(indent));
            fields(value, indent);
        } else if (value.isArray() && !value.isEmpty()) {
            text.append('\n');
            value.forEach(element -> element(element, indent));
        } else {
            text.append(' ').append(value.isString() ? scalar(value.stringValue()) : value.toString()).append('\n');
        }
    }

    private void element(JsonNode element, int indent) {
        text.append(" ".repeat(indent)).append('-');
        if (element.isObject()) {
            text.append(' ');
            fields(element, indent + 2);
        } else {
            value(element, indent + 2);
        }
    }

    private static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        // a string of JSON is one of YAML, too
        return plain ? value : QUOTES.writeValueAsString(value);
    }
}
