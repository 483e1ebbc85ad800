package org.handrail.followup.schedule.json;

import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an unquoted word means in YAML 1.2 (core schema, section 10.3.2): there {@code no} and {@code 09:00} are text. */
final class YamlScalars {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    /** As for JSON; a longer one costs time and is no number that anybody means. */
    private static final int LONGEST_NUMBER = 1000;

    private YamlScalars() {
    }

    static JsonNode plain(String text) {
        if (NULL.matcher(text).matches()) {
            return NODES.nullNode();
        }
        if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
            return NODES.booleanNode(TRUE.matcher(text).matches());
        }
        if (NOT_FINITE.matcher(text).matches()) {
            return NODES.numberNode(Double.NaN);
        }
        return text.length() <= LONGEST_NUMBER ? numberOrText(text) : NODES.stringNode(text);
    }

    private static JsonNode numberOrText(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return integer(text, 10);
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(text.substring(2), 8);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(text.substring(2), 16);
        }
        return REAL.matcher(text).matches() ? NODES.numberNode(Double.parseDouble(text)) : NODES.stringNode(text);
    }

    private static JsonNode integer(String digits, int radix) {
        return NODES.numberNode(new BigInteger(digits, radix));
    }
}
