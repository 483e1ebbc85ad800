package org.handrail.notifier.wordlist;

import org.handrail.notifier.template.Discretion;

/** Keeps this instance to the words that are in force, whichever instance took the change. */
public final class FollowingWords {

    private final OwnWords words;
    private final Discretion discretion;

    public FollowingWords(OwnWords words, Discretion discretion) {
        this.words = words;
        this.discretion = discretion;
    }

    /** Cheap when nothing has changed. */
    public void look() {
        if (words.revision() != discretion.revision()) {
            follow(words.state());
        }
    }

    void follow(OwnWords.State state) {
        discretion.follow(state.revision(), state.entries());
    }
}
