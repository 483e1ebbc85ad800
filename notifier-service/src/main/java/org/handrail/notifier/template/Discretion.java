package org.handrail.notifier.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a message must not reveal out of it, and out of everything that goes into every message. The words may
 * change while the service runs. Thread-safe.
 */
public final class Discretion implements TextsInForce {

    private final List<String> given;
    private final Lint givenLint;
    private final Map<String, String> settings = new ConcurrentSkipListMap<>();
    private volatile InForce inForce;

    public Discretion(RevealingWords given) {
        this.given = given.entries();
        this.givenLint = new Lint(given);
        this.inForce = new InForce(0, givenLint, new KnownClean(givenLint), new GivenNames(given), false);
    }

    /** @param settingsReveal something that goes into every message shows an own entry */
    private record InForce(
            long revision, Lint lint, KnownClean clean, GivenNames names, boolean settingsReveal) {
    }

    /** An entry of the list, and where it shows. */
    public record Shown(String where, String entry) {
    }

    /**
     * For what is known at start: templates, the sender, hosts, sites. What is added to the list later does not keep
     * the service from starting again, for it takes stops, too; it holds back the mail.
     *
     * @throws IllegalStateException naming the place and the entry of the word list
     */
    public void require(String place, String text) {
        givenLint.find(text).ifPresent(entry -> {
            throw new IllegalStateException(place + " would reveal treatment: it holds \"" + entry
                    + "\" of the list of revealing words");
        });
    }

    /** The same for what goes into every message, and is looked at again when words are added. */
    public synchronized void requireAlways(String place, String text) {
        require(place, text);
        settings.put(place, text);
        follow(inForce.revision(), inForce.lint());
    }

    /** The entry of the list that shows, if any; looks through every disguise. */
    public Optional<String> find(String text) {
        return inForce.lint().find(text);
    }

    /** The same, quicker for what holds much that was looked at before: for messages. */
    public boolean reveals(String text) {
        return inForce.clean().reveals(text);
    }

    /**
     * The same, only where it differs from a clean text of the same kind.
     *
     * @param kind a template's text or HTML in a language: a bounded number of names
     */
    public boolean reveals(String kind, String text) {
        return inForce.clean().reveals(kind, text);
    }

    /** Whether a sender, host or the like shows a word that was added to the list; no message may leave then. */
    public boolean settingsReveal() {
        return inForce.settingsReveal();
    }

    /** The name as it may stand in a greeting; empty when it is better left out. */
    public Optional<String> nameForGreeting(@Nullable String given) {
        InForce now = inForce;
        return now.names().forGreeting(given).filter(name -> !now.clean().reveals(name));
    }

    public List<String> given() {
        return given;
    }

    /** Of the own entries that this process goes by; 0: none were ever added. */
    public long revision() {
        return inForce.revision();
    }

    /** Goes by these own entries, beside the given ones, from now on. */
    public void follow(long revision, Collection<String> own) {
        follow(revision, new Lint(new RevealingWords(Stream.concat(given.stream(), own.stream()).toList())));
    }

    private synchronized void follow(long revision, Lint lint) {
        boolean reveal = settings.values().stream().anyMatch(text -> lint.find(text).isPresent());
        inForce = new InForce(revision, lint, new KnownClean(lint), new GivenNames(lint.words()), reveal);
    }

    @Override
    public void tell(BiConsumer<String, String> text) {
        settings.forEach(text);
    }

    /** Which of the entries show, and where. */
    public static List<Shown> shown(Collection<String> entries, Collection<? extends TextsInForce> texts) {
        List<Shown> shown = new ArrayList<>();
        for (String entry : entries) {
            Lint lint = new Lint(new RevealingWords(List.of(entry)));
            texts.forEach(each -> each.tell((place, text) -> lint.find(text)
                    .ifPresent(found -> shown.add(new Shown(place, found)))));
        }
        return shown.stream().distinct().toList();
    }
}
