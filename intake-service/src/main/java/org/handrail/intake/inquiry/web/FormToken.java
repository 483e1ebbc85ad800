package org.handrail.intake.inquiry.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Goes out with each form and comes back with its post: makes a double click one inquiry, and tells how long somebody
 * took to fill it in. A missing or made-up one costs nobody their inquiry.
 */
record FormToken(UUID id, Instant shownAt) {

    /** Nobody reads and fills in the form in less. */
    private static final Duration QUICKEST = Duration.ofSeconds(3);
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{6,12})\\.([0-9a-f-]{36})");

    static FormToken issue(Instant now) {
        return new FormToken(UUID.randomUUID(), now);
    }

    static Optional<FormToken> read(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FormToken(UUID.fromString(matcher.group(2)),
                    Instant.ofEpochMilli(Long.parseLong(matcher.group(1), Character.MAX_RADIX))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return Long.toString(shownAt.toEpochMilli(), Character.MAX_RADIX) + "." + id;
    }

    boolean tooQuick(Instant now) {
        return Duration.between(shownAt, now).compareTo(QUICKEST) < 0;
    }
}
