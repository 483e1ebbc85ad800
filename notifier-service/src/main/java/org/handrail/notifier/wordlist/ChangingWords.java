package org.handrail.notifier.wordlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.notifier.template.Discretion;
import org.handrail.notifier.template.Discretion.Shown;
import org.handrail.notifier.template.RevealingEntry;
import org.handrail.notifier.template.TextsInForce;
import org.handrail.notifier.wordlist.OwnWords.State;

/** Adds to the list and takes off it; says what is in force now and shows a word on it. */
public final class ChangingWords {

    /** More than any provider has names to hide; each costs memory in every instance. */
    private static final int MOST = 2_000;

    private final OwnWords words;
    private final Discretion discretion;
    private final FollowingWords following;
    private final List<? extends TextsInForce> texts;

    public ChangingWords(OwnWords words, Discretion discretion, FollowingWords following,
            List<? extends TextsInForce> texts) {
        this.words = words;
        this.discretion = discretion;
        this.following = following;
        this.texts = List.copyOf(texts);
    }

    /** What came of a change. */
    public sealed interface Outcome {

        /** @param shows what is held back from now on, or would be */
        record Changed(long revision, List<Shown> shows) implements Outcome {
        }

        record Stale(State now) implements Outcome {
        }

        record Bad(List<Fault> faults) implements Outcome {
        }
    }

    /** @param place for instance {@code add/0} */
    public record Fault(String place, String message) {
    }

    /** In force in this instance when it returns, and in the others within seconds. */
    public Outcome change(WordChange change) {
        List<Fault> faults = faults(change, words.state());
        if (!faults.isEmpty()) {
            return new Outcome.Bad(faults);
        }
        Optional<State> written = words.write(change);
        if (written.isEmpty()) {
            return new Outcome.Stale(words.state());
        }
        following.follow(written.get());
        return new Outcome.Changed(written.get().revision(), shows(written.get().entries()));
    }

    /** What would come of it; nothing is written. */
    public Outcome check(WordChange change) {
        State now = words.state();
        List<Fault> faults = faults(change, now);
        if (!faults.isEmpty()) {
            return new Outcome.Bad(faults);
        }
        if (now.revision() != change.revision()) {
            return new Outcome.Stale(now);
        }
        List<String> after = new ArrayList<>(now.entries());
        after.removeAll(change.remove());
        after.addAll(change.add());
        return new Outcome.Changed(now.revision(), shows(after));
    }

    /** Of what is in force: texts that hold one of the entries. */
    public List<Shown> shows(List<String> entries) {
        return Discretion.shown(entries, texts);
    }

    private List<Fault> faults(WordChange change, State now) {
        List<Fault> faults = new ArrayList<>();
        Set<String> known = new HashSet<>(now.entries());
        if (change.add().isEmpty() && change.remove().isEmpty()) {
            faults.add(new Fault("add", "must hold an entry, or remove must"));
        }
        for (int i = 0; i < change.remove().size(); i++) {
            if (!known.remove(change.remove().get(i))) {
                faults.add(new Fault("remove/" + i, "is no entry that was added here"));
            }
        }
        for (int i = 0; i < change.add().size(); i++) {
            String entry = change.add().get(i);
            Optional<String> fault = RevealingEntry.fault(entry).or(() -> discretion.given().contains(entry)
                    ? Optional.of("is on the list that Handrail brings or that the settings name") : Optional.empty());
            if (fault.isPresent() || !known.add(entry)) {
                faults.add(new Fault("add/" + i, fault.orElse("is on the list already")));
            }
        }
        if (known.size() > MOST) {
            faults.add(new Fault("add", "would make the list longer than " + MOST + " entries"));
        }
        return faults;
    }
}
