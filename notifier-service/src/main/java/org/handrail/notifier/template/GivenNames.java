package org.handrail.notifier.template;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a given name may stand in a greeting. It is the one thing in a message that a stranger typed, so what is no
 * name (an address, a link, a sentence) or would reveal something (Rehab is a given name, too) is left out: a greeting
 * without a name harms nobody, a reminder held back does.
 */
final class GivenNames {

    private static final int LONGEST = 40;
    /** Controls, line and paragraph separators, direction overrides, zero-width and other invisible characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}'\u2019\u2018\u02bb\u02bc`.,\\- \u00b7]*");
    /** What mail programs turn into a link. */
    private static final Pattern DOTTED = Pattern.compile("[\\p{L}\\p{M}]{2,}\\.[\\p{L}\\p{M}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}{4,}");

    private final RevealingWords words;

    GivenNames(RevealingWords words) {
        this.words = words;
    }

    Optional<String> forGreeting(@Nullable String given) {
        if (given == null) {
            return Optional.empty();
        }
        String name = INVISIBLE.matcher(given).replaceAll(" ").replaceAll("[\\p{Z}\\s]+", " ").strip();
        boolean usable = !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST
                && NAME.matcher(name).matches()
                && name.codePoints().anyMatch(Character::isLetter)
                && !DOTTED.matcher(name).find()
                && !MARKS.matcher(name).find()
                && words.findIn(name).isEmpty();
        return usable ? Optional.of(name) : Optional.empty();
    }
}
