package org.handrail.notifier.template;

import java.util.List;
import java.util.stream.Stream;

/**
 * Entries that are on the list from the start.
 *
 * @param shipped    with Handrail
 * @param configured by HANDRAIL_MAIL_WORDS
 */
public record GivenWords(List<String> shipped, List<String> configured) {

    public GivenWords {
        shipped = entries(shipped.stream());
        configured = entries(configured.stream());
    }

    public List<String> all() {
        return Stream.concat(shipped.stream(), configured.stream()).distinct().toList();
    }

    /** Without comments and blank lines. */
    private static List<String> entries(Stream<String> lines) {
        return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).distinct().toList();
    }
}
