package org.handrail.notifier.editing;

import java.util.List;
import java.util.Optional;

/** What editors are at work on: one draft a key. */
public interface Drafts {

    List<Draft> all();

    Optional<Draft> find(String key);

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Draft> lock(String key);

    /**
     * Keeps the draft in place of the one with its revision.
     *
     * @return the draft with its new revision; empty when the one in place has another, nothing was kept then
     */
    Optional<Draft> keep(Draft draft);

    /** @return whether there was one of that revision */
    boolean discard(String key, int revision);
}
