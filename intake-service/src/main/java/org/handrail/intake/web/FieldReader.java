package org.handrail.intake.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handrail.intake.client.InvalidDetailException;
import org.handrail.platform.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one body and gathers what is wrong with them. A null is a field left out; a field that is wrong
 * reads as null, too, so callers ask {@link #throwIfAny} before they use what they read.
 */
public final class FieldReader {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    /** Clocks differ. A time beyond that would hold back every later change. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 2199;

    private final Faults faults = new Faults();
    private final Clock clock;

    public FieldReader(Clock clock) {
        this.clock = clock;
    }

    public void throwIfAny() {
        faults.throwIfAny();
    }

    public void fault(String field, String message) {
        faults.add(field, message);
    }

    /** The value, or a fault when there is none. */
    public <T> @Nullable T required(String field, @Nullable T value) {
        if (value == null && faults.all().stream().noneMatch(fault -> fault.field().equals(field))) {
            faults.add(field, "is missing");
        }
        return value;
    }

    /** A source's own name for something: no free text, nothing that a path could not hold. */
    public @Nullable String code(String field, @Nullable String value) {
        if (value != null && !CODE.matcher(value).matches()) {
            faults.add(field, "must be 1 to 100 letters, digits and . _ : -, and start with a letter or digit");
            return null;
        }
        return value;
    }

    /** One line of text. */
    public @Nullable String line(String field, @Nullable String value, int longest) {
        if (value == null) {
            return null;
        }
        String line = value.strip();
        if (line.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            faults.add(field, "must be on one line, without control characters");
            return null;
        }
        return atMost(field, line, longest);
    }

    /** Text with line breaks; other control characters are left out. */
    public @Nullable String text(String field, @Nullable String value, int longest) {
        if (value == null) {
            return null;
        }
        String text = value.replace("\r\n", "\n").replace('\r', '\n')
                .codePoints().filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip();
        return text.isEmpty() ? null : atMost(field, text, longest);
    }

    private @Nullable String atMost(String field, String text, int longest) {
        if (text.length() > longest) {
            faults.add(field, "must have at most " + longest + " characters");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** When something happened: an instant with its offset, not in the future. */
    public @Nullable Instant past(String field, @Nullable String value) {
        Instant instant = instant(field, value);
        if (instant != null && instant.isAfter(clock.instant().plus(AHEAD))) {
            faults.add(field, "must not be in the future");
            return null;
        }
        return instant;
    }

    public @Nullable Instant instant(String field, @Nullable String value) {
        return parse(field, value, "must be a date and time with offset, such as 2026-11-22T14:30:00Z",
                text -> inRange(OffsetDateTime.parse(text).toLocalDateTime(), OffsetDateTime.parse(text).toInstant()));
    }

    public @Nullable LocalDateTime wallTime(String field, @Nullable String value) {
        return parse(field, value, "must be the wall time at the site, without offset, such as 2026-11-22T14:30",
                text -> inRange(LocalDateTime.parse(text), LocalDateTime.parse(text)));
    }

    private static <T> T inRange(LocalDateTime local, T value) {
        if (local.getYear() < EARLIEST_YEAR || local.getYear() > LATEST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return value;
    }

    public @Nullable UUID uuid(String field, @Nullable String value) {
        if (value != null && value.length() != 36) {
            faults.add(field, "must be a UUID");
            return null;
        }
        return parse(field, value, "must be a UUID", UUID::fromString);
    }

    public @Nullable String zone(String field, @Nullable String value) {
        return parse(field, value, "must be a time zone such as America/Chicago", text -> {
            if (!text.contains("/") && !text.equals("UTC")) {
                throw new DateTimeException("not a region");
            }
            return ZoneId.of(text).getId();
        });
    }

    /** By its name, whatever the case, with - or _ between words. */
    @SafeVarargs
    public final <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable String value, Class<E> type, E... allowed) {
        if (value == null) {
            return null;
        }
        String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
        E[] choice = allowed.length == 0 ? type.getEnumConstants() : allowed;
        Optional<E> found = Arrays.stream(choice).filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            faults.add(field, "must be one of "
                    + Arrays.stream(choice).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    /** A detail that the domain reads. */
    public <T> @Nullable T detail(String field, @Nullable String value, Function<String, T> reader) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (InvalidDetailException e) {
            faults.add(field, e.rule());
            return null;
        }
    }

    private <T> @Nullable T parse(String field, @Nullable String value, String rule, Function<String, T> parser) {
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(field, rule);
            return null;
        }
    }
}
