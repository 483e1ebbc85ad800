package org.handrail.followup.template;

import java.time.Instant;
import java.util.List;

/** The list of words that discreet mail must not hold; throws as {@link MailTemplates} does. */
public interface RevealingWords {

    WordList list();

    /** @param tryOnly say what it would do, and do nothing */
    WordsChanged change(WordChange change, boolean tryOnly);

    /**
     * @param shipped come with Handrail, {@code configured} by a setting; {@code own} can be changed here
     * @param shows   what is in force and held back by own entries
     */
    record WordList(long revision, List<String> shipped, List<String> configured, List<OwnWord> own,
            List<WordStep> history, List<HeldBack> shows) {
    }

    record OwnWord(String entry, String addedBy, Instant addedAt, String why) {
    }

    record WordStep(long revision, String entry, boolean added, String by, Instant at, String why) {
    }

    /** @param where which text in force; {@code entry} is what it holds */
    record HeldBack(String where, String entry) {
    }

    /** @param revision of the list as it was read */
    record WordChange(String editor, String why, long revision, List<String> add, List<String> remove) {
    }

    record WordsChanged(long revision, List<HeldBack> shows) {
    }
}
