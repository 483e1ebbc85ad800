package org.handrail.notifier.bounce;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An enhanced status code (RFC 3463). */
record StatusCode(int category, int subject, int detail) {

    /** Neither part of an address of the internet nor of a version number with four parts. */
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\d.,-])([245])\\.([0-7])\\.(\\d{1,3})(?![\\d]|\\.\\d)");
    private static final Set<String> HARD =
            Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4");
    private static final Set<String> OURS = Set.of("5.1.7", "5.1.8", "5.2.3", "5.3.4");

    static List<StatusCode> allIn(String text) {
        return IN_TEXT.matcher(text).results()
                .map(code -> new StatusCode(Integer.parseInt(code.group(1)), Integer.parseInt(code.group(2)),
                        Integer.parseInt(code.group(3))))
                .toList();
    }

    static Optional<StatusCode> firstIn(String text) {
        return allIn(text).stream().findFirst();
    }

    /** Says nothing but whether it may pass. */
    boolean isGeneric() {
        return subject == 0 || detail == 0 && subject != 1;
    }

    boolean isTransient() {
        return category == 4;
    }

    /** Authentication, policy: never the client's fault, whatever the words beside it say. */
    boolean isPolicy() {
        return category == 5 && subject == 7;
    }

    /** Empty where the words have to tell. */
    Optional<Kind> meaning() {
        String code = toString();
        if (category == 2) {
            return Optional.of(Kind.NOTICE);
        }
        if (isPolicy() || OURS.contains(code) || category == 5 && (subject == 6 || subject == 5 && detail != 0)) {
            return Optional.of(Kind.OURS);
        }
        if (category == 4) {
            return Optional.of(Kind.SOFT);
        }
        if (HARD.contains(code)) {
            return Optional.of(Kind.HARD);
        }
        return subject == 2 || subject >= 3 && subject <= 4 && detail != 0 ? Optional.of(Kind.SOFT) : Optional.empty();
    }

    @Override
    public String toString() {
        return category + "." + subject + "." + detail;
    }
}
