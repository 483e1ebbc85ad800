package org.handrail.notifier.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text in every way that a reader, a mail program or somebody who looks for it might, and finds what reveals.
 * Thorough rather than quick: for templates, settings and names. Thread-safe.
 */
final class Lint {

    /** Shorter words would be found in any figure with a letter beside it. */
    private static final int SHORTEST_SPELLED = 4;
    private static final int SHORTEST_JOINED = 5;

    private final RevealingWords words;
    private final RevealingWords spelled;
    private final RevealingWords joined;

    Lint(RevealingWords words) {
        this.words = words;
        this.spelled = new RevealingWords(
                words.entries().stream().filter(entry -> letters(entry) >= SHORTEST_SPELLED).toList());
        this.joined = new RevealingWords(words.entries().stream()
                .filter(entry -> letters(entry) >= SHORTEST_JOINED && !entry.contains(" "))
                .map(entry -> entry.startsWith("*") ? entry.substring(1) : entry).toList());
    }

    private static int letters(String entry) {
        return (int) entry.chars().filter(c -> c != '*' && c != ' ').count();
    }

    RevealingWords words() {
        return words;
    }

    /** The entry of the list that shows, if any. */
    Optional<String> find(String text) {
        Optional<String> plain = words.findIn(text);
        if (plain.isPresent()) {
            return plain;
        }
        List<String> readings = new ArrayList<>(Disguises.readings(text));
        Optional<String> decoded = first(words, readings);
        if (decoded.isPresent()) {
            return decoded;
        }
        readings.add(text);
        for (String reading : readings) {
            Optional<String> found = first(spelled, Disguises.spelled(reading))
                    .or(() -> first(joined, Disguises.joined(reading)))
                    .or(() -> first(words, Disguises.initials(reading)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(RevealingWords words, List<String> texts) {
        return texts.stream().map(words::findIn).flatMap(Optional::stream).findFirst();
    }
}
