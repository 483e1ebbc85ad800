package org.handrail.notifier.consent;

import java.time.Instant;
import java.util.Optional;
import org.handrail.contract.Language;

/** The words of each wording, kept by its version. */
public interface Wordings {

    /** What became of words that were brought. */
    enum Kept {
        NEW,
        /** The very same were there. */
        KNOWN,
        /** Others are there under that name: a wording never changes. */
        DIFFERENT
    }

    Kept keep(String wording, Language language, String words, Instant at);

    Optional<String> words(String wording, Language language);
}
