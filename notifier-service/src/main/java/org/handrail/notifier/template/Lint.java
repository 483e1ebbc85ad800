package org.handrail.notifier.template;

import java.util.Optional;
import java.util.Set;

/**
 * Reads a text in every way that a reader, a mail program or somebody who looks for it might, and finds what reveals.
 * Thread-safe.
 */
final class Lint {

    /** Told instead of an entry when a text is encoded so often that it can't be looked through. */
    static final String UNREADABLE = "(encoded too often to be looked through)";

    private final RevealingWords words;
    private final TolerantSearch tolerant;

    Lint(RevealingWords words) {
        this.words = words;
        this.tolerant = new TolerantSearch(words.entries());
    }

    RevealingWords words() {
        return words;
    }

    /** The entry of the list that shows, if any. */
    Optional<String> find(String text) {
        return find(text, false);
    }

    /** @param withTags the text's own tags are looked past elsewhere */
    Optional<String> find(String text, boolean withTags) {
        Optional<Set<String>> readings = Decodings.of(text, withTags);
        if (readings.isEmpty()) {
            return Optional.of(UNREADABLE);
        }
        for (String reading : readings.get()) {
            Optional<String> found = look(reading);
            for (String view : found.isPresent() ? Set.<String>of() : Disguises.views(reading)) {
                found = found.or(() -> look(view));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> look(String reading) {
        Folding folded = Folding.of(reading);
        return words.findIn(folded).or(() -> tolerant.findIn(folded));
    }
}
