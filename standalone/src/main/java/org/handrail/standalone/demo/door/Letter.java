package org.handrail.standalone.demo.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail as its reader has it.
 *
 * @param headers in order, unfolded; names as they came
 * @param raw     every byte that arrived
 */
public record Letter(
        long id, Instant receivedAt, String returnPath, List<String> recipients, String subject,
        List<Header> headers, String text, String html, String raw) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)\\]]+");

    /** A line of the head. */
    public record Header(String name, String value) {
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value).findFirst();
    }

    public long count(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).count();
    }

    /** Every address in either body, each once. */
    public List<String> links() {
        return Stream.of(text, html).map(LINK::matcher).flatMap(Matcher::results).map(found -> found.group()
                .replace("&amp;", "&").replaceAll("[.,;]+$", "")).distinct().collect(Collectors.toList());
    }

    /** @param page such as {@code /s/}: where that kind of link goes */
    public Optional<String> link(String page) {
        return links().stream().filter(link -> link.contains(page)).findFirst();
    }

    /** The address of {@code List-Unsubscribe}, without its brackets. */
    public Optional<String> oneClick() {
        return header("List-Unsubscribe").map(value -> value.replaceAll("[<>\\s]", ""));
    }
}
