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
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
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
        boolean onlyLetters = isOnlyLetters(given);
        String name = onlyLetters ? given
                : BLANKS.matcher(INVISIBLE.matcher(given).replaceAll(" ")).replaceAll(" ").strip();
        boolean usable = !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST
                && (onlyLetters || isName(name))
                && words.findIn(name).isEmpty();
        return usable ? Optional.of(name) : Optional.empty();
    }

    /** A to z, as most names are. */
    private static boolean isOnlyLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char small = (char) (text.charAt(i) | 0x20);
            if (small < 'a' || small > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches()
                && text.codePoints().anyMatch(Character::isLetter)
                && !DOTTED.matcher(text).find()
                && !MARKS.matcher(text).find();
    }
}
