package org.handrail.followup.whatif.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.handrail.followup.time.WallClock;
import org.handrail.platform.problem.FieldFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value of the question with its path, and where to put what is wrong with it. Faults never end the reading. */
record Given(@Nullable JsonNode node, String path, List<FieldFault> faults) {

    static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    static final Instant LATEST = Instant.parse("2100-12-31T00:00:00Z");
    private static final int LONGEST_TEXT = 100;

    Given {
        node = node == null || node.isNull() ? null : node;
    }

    boolean isAbsent() {
        return node == null;
    }

    Given field(String name) {
        return new Given(node != null && node.isObject() ? node.get(name) : null, path + "/" + name, faults);
    }

    <T> @Nullable T fault(String message) {
        faults.add(new FieldFault(path.isEmpty() ? FieldFault.WHOLE_BODY : path, message));
        return null;
    }

    /** Reports fields that nobody knows: a misspelt one must not be passed over. */
    Given of(String... known) {
        if (node == null) {
            return this;
        }
        if (!node.isObject()) {
            fault("must be an object");
            return new Given(null, path, faults);
        }
        Set<String> names = Set.of(known);
        node.propertyNames().stream().filter(name -> !names.contains(name)).limit(20)
                .forEach(name -> new Given(null, path + "/" + shown(name), faults)
                        .fault("is not known here; known are " + String.join(", ", known)));
        return this;
    }

    /** A name that somebody sent is shown only when it looks like one. */
    private static String shown(String name) {
        return name.matches("[A-Za-z0-9_-]{1,64}") ? name : "?";
    }

    @Nullable String text() {
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            return fault("must be a text");
        }
        String text = node.stringValue();
        boolean plain = !text.isEmpty() && text.length() <= LONGEST_TEXT
                && text.chars().allMatch(c -> c > 31 && c < 127);
        return plain ? text : fault("must have 1 to " + LONGEST_TEXT + " plain characters");
    }

    boolean flag() {
        if (node != null && !node.isBoolean()) {
            fault("must be true or false");
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    @Nullable Integer number(int least, int most) {
        if (node == null) {
            return null;
        }
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least && node.intValue() <= most
                ? Integer.valueOf(node.intValue()) : fault("must be a whole number from " + least + " to " + most);
    }

    <E extends Enum<E>> @Nullable E oneOf(Class<E> type) {
        String name = text();
        if (name == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst()
                .orElseGet(() -> fault("must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    @Nullable Duration duration(Duration most) {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            return !duration.isNegative() && duration.compareTo(most) <= 0 ? duration
                    : fault("must lie between PT0S and " + most);
        } catch (DateTimeException e) {
            return fault("must be an ISO 8601 duration such as PT30M or P2D");
        }
    }

    @Nullable ZoneId zone() {
        String id = text();
        if (id == null) {
            return null;
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return fault("is not a time zone");
        }
    }

    /** An instant, or a wall time in the zone. */
    @Nullable Instant moment(ZoneId zone) {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            Instant at = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(text).toInstant()
                    : WallClock.instantOf(LocalDateTime.parse(text), zone);
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? fault("must lie between 1970 and 2100") : at;
        } catch (DateTimeException e) {
            return fault("must be a time such as 2026-03-18T16:00 (on the wall clock) or 2026-03-18T20:00:00Z");
        }
    }

    /** Without elements that have faults. */
    <T> List<T> list(int most, Function<Given, @Nullable T> element) {
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            fault(node.isArray() ? "must have at most " + most + " entries" : "must be a list");
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            T value = element.apply(new Given(node.get(i), path + "/" + i, faults));
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }
}
