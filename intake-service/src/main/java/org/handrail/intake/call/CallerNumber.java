package org.handrail.intake.call;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.handrail.intake.client.InvalidDetailException;
import org.handrail.intake.client.PhoneNumber;
import org.handrail.intake.client.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The number behind a caller id, if there is one that can be called back. */
final class CallerNumber {

    /** Words spelled on a keypad that carriers send in place of a number: ANONYMOUS, RESTRICTED, BLOCKED, UNAVAILABLE... */
    private static final Set<String> KEYPAD_WORDS = Set.of("+266696687", "266696687", "+7378742833", "7378742833",
            "+2562533", "2562533", "+8656696", "8656696", "+86282452253", "86282452253", "+464", "464");

    private CallerNumber() {
    }

    static Optional<PhoneNumber> read(@Nullable String callerId, PhoneNumbers numbers) {
        if (callerId == null) {
            return Optional.empty();
        }
        String id = callerId.strip().toLowerCase(Locale.ROOT);
        boolean noNumber = id.chars().noneMatch(Character::isDigit) || id.chars().anyMatch(Character::isLetter);
        if (noNumber || KEYPAD_WORDS.contains(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(numbers.read(id));
        } catch (InvalidDetailException e) {
            return Optional.empty();
        }
    }
}
