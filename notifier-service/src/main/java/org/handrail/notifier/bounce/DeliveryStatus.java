package org.handrail.notifier.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a message/delivery-status (RFC 3464), in groups: of the message first, of each recipient after. */
final class DeliveryStatus {

    private static final Pattern TYPED = Pattern.compile("^\\s*(?:rfc822|utf-8|x400|smtp|x-[\\w-]+|unknown|dns)\\s*;\\s*",
            Pattern.CASE_INSENSITIVE);

    private final List<Map<String, String>> groups;

    private DeliveryStatus(List<Map<String, String>> groups) {
        this.groups = groups;
    }

    static DeliveryStatus parse(String text) {
        List<Map<String, String>> groups = new ArrayList<>();
        Map<String, String> group = new HashMap<>();
        String last = "";
        for (String line : text.lines().limit(5_000).toList()) {
            if (line.isBlank()) {
                keep(groups, group);
                group = new HashMap<>();
                last = "";
            } else if (Character.isWhitespace(line.charAt(0)) || line.indexOf(':') < 1) {
                // some forget to indent what they continue
                String continued = last;
                group.computeIfPresent(continued, (name, value) -> value + " " + line.strip());
            } else if (isField(line) || last.isEmpty()) {
                last = line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
                group.putIfAbsent(last, line.substring(line.indexOf(':') + 1).strip());
            } else {
                group.merge(last, line.strip(), (value, more) -> value + " " + more);
            }
        }
        keep(groups, group);
        return new DeliveryStatus(groups);
    }

    private static void keep(List<Map<String, String>> groups, Map<String, String> group) {
        if (!group.isEmpty()) {
            groups.add(group);
        }
    }

    private static boolean isField(String line) {
        return line.matches("[A-Za-z][A-Za-z0-9-]{1,60}\\s*:.*");
    }

    List<Map<String, String>> recipients() {
        return groups.stream()
                .filter(group -> group.containsKey("final-recipient") || group.containsKey("original-recipient")
                        || group.containsKey("action") || group.containsKey("status"))
                .toList();
    }

    /** Empty when there is none. */
    String envelopeId() {
        return groups.stream().map(group -> group.getOrDefault("original-envelope-id", ""))
                .filter(id -> !id.isEmpty()).findFirst().orElse("");
    }

    /** Without its type: {@code rfc822; a@example.org} is {@code a@example.org}. */
    static String untyped(String value) {
        return TYPED.matcher(value).replaceFirst("").strip();
    }
}
