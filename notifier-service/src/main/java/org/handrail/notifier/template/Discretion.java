package org.handrail.notifier.template;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a message must not reveal out of it, and out of everything that goes into every message. */
public final class Discretion {

    private final RevealingWords words;
    private final Lint lint;
    private final GivenNames names;

    public Discretion(RevealingWords words) {
        this.words = words;
        this.lint = new Lint(words);
        this.names = new GivenNames(words);
    }

    /**
     * For what is known at start: templates, the sender, hosts, sites. Looks through every disguise.
     *
     * @throws IllegalStateException naming the place and the entry of the word list
     */
    public void require(String place, String text) {
        lint.find(text).ifPresent(entry -> {
            throw new IllegalStateException(place + " would reveal treatment: it holds \"" + entry
                    + "\" of the list of revealing words");
        });
    }

    /** For each message, made of parts that were looked at more closely before: as it is written, in one pass. */
    public boolean reveals(String text) {
        return words.findIn(text).isPresent();
    }

    /** The name as it may stand in a greeting; empty when it is better left out. */
    public Optional<String> nameForGreeting(@Nullable String given) {
        return names.forGreeting(given).filter(name -> lint.find(name).isEmpty());
    }
}
