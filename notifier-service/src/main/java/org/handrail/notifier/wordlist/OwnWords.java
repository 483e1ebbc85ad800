package org.handrail.notifier.wordlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The words that a provider added, and how they came to be. Nothing that was written is ever changed. */
public interface OwnWords {

    /** @param revision 0: nothing was ever added */
    record State(long revision, List<OwnWord> words) {

        public List<String> entries() {
            return words.stream().map(OwnWord::entry).toList();
        }
    }

    /** An entry in force, and whose it is. */
    record OwnWord(String entry, String addedBy, Instant addedAt, String why) {
    }

    /** @param added false: taken off */
    record Step(long revision, String entry, boolean added, String by, Instant at, String why) {
    }

    /** Cheap: asked every second. */
    long revision();

    State state();

    /** Newest first. */
    List<Step> history(int most);

    /**
     * The change as the next revision.
     *
     * @return empty when its revision is no longer the newest; nothing was written then
     */
    Optional<State> write(WordChange change);
}
