package org.handrail.notifier.bounce;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.handrail.notifier.mime.Headers;
import org.handrail.notifier.mime.MimePart;

/**
 * Where a token of ours may be: in the address that the message came back to, in the report's envelope id, in the
 * headers that were sent back, in what it answers to.
 */
final class Marks {

    private static final Pattern TOKEN = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{52}(?![0-9a-f])");
    private static final List<String> CAME_TO = List.of("x-original-to", "delivered-to", "envelope-to", "x-envelope-to",
            "x-rcpt-to", "to", "cc", "resent-to");
    private static final List<String> ANSWERS = List.of("in-reply-to", "references");
    private static final List<String> RETURNED = List.of("message-id", "x-envelope-id", "return-path", "x-envelope-from");
    private static final int MOST = 8;

    private Marks() {
    }

    static List<String> in(MimePart message) {
        Set<String> found = new LinkedHashSet<>();
        collect(message.headers(), CAME_TO, found);
        message.own().filter(part -> part.type().name().endsWith("delivery-status"))
                .forEach(part -> collect(DeliveryStatus.parse(part.text()).envelopeId(), found));
        message.own().filter(MimePart::isAttachedMessage).flatMap(part -> part.parts().stream())
                .forEach(returned -> collect(returned.headers(), RETURNED, found));
        collect(message.headers(), ANSWERS, found);
        message.own().filter(MimePart::isAttachedMessage).flatMap(part -> part.parts().stream())
                .forEach(returned -> returned.headers().values().forEach(value -> collect(value, found)));
        // quoted headers, folded and indented at will, and transcripts of what was said to another server
        message.own().filter(part -> part.type().isText())
                .forEach(part -> collect(part.text(), found));
        return found.stream().limit(MOST).toList();
    }

    private static void collect(Headers headers, List<String> names, Set<String> found) {
        names.forEach(name -> headers.all(name).forEach(value -> collect(value, found)));
    }

    private static void collect(String text, Set<String> found) {
        TOKEN.matcher(text).results().forEach(token -> found.add(token.group().toLowerCase(Locale.ROOT)));
    }
}
