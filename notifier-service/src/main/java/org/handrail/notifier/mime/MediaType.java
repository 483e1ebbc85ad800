package org.handrail.notifier.mime;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type.
 *
 * @param name       {@code text/plain}, in lower case
 * @param parameters by lower-case name
 */
public record MediaType(String name, Map<String, String> parameters) {

    private static final Pattern NAME = Pattern.compile("\\s*([\\w!#$&^.+-]+/[\\w!#$&^.+-]+)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w!#$&^.+*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,500}+)\"?|([^;\\s\"]{0,500}))");

    /** Something unreadable is plain text, as RFC 2045 has it for a missing field. */
    static MediaType parse(String value) {
        Matcher name = NAME.matcher(value);
        if (!name.lookingAt()) {
            return new MediaType("text/plain", Map.of());
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            String text = parameter.group(2) == null ? parameter.group(3) : parameter.group(2).replace("\\", "");
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), text);
        }
        return new MediaType(name.group(1).toLowerCase(Locale.ROOT), Map.copyOf(parameters));
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    public boolean isMultipart() {
        return name.startsWith("multipart/");
    }

    public boolean isText() {
        return name.startsWith("text/");
    }

    /** Empty when it is not there. */
    public String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
