package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value in a document, with its path and where to put what is wrong with it. Faults never end the reading. */
record Place(@Nullable JsonNode node, String path, Faults faults) {

    private static final Pattern DURATION = Pattern.compile("-?P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?)?");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    Place field(String name) {
        return new Place(isObject() ? node.get(name) : null, Pointer.to(path, name), faults);
    }

    Place element(int index) {
        return new Place(node != null && node.isArray() ? node.get(index) : null, Pointer.to(path, index), faults);
    }

    boolean has(String name) {
        return isObject() && node.has(name);
    }

    boolean isObject() {
        return node != null && node.isObject();
    }

    boolean isText() {
        return node != null && node.isString();
    }

    <T> Optional<T> fault(String reason) {
        faults.add(path, reason);
        return Optional.empty();
    }

    /** As {@link #fault} for what can be read but is not to be: a rule that an older release may not have had. */
    void rule(String reason) {
        faults.rule(path, reason);
    }

    /** Reports what is no object, and fields that nobody knows: a misspelt one must not be passed over. */
    boolean isObjectOf(String... known) {
        if (!isObject()) {
            fault(node == null ? "is missing" : "must be an object");
            return false;
        }
        Set<String> names = Set.of(known);
        node.propertyNames().stream().filter(name -> !names.contains(name))
                .forEach(name -> faults.add(Pointer.to(path, name),
                        "is not known here; known are " + Arrays.toString(known)));
        return true;
    }

    Optional<String> text(int atMost) {
        if (node == null) {
            return fault("is missing");
        }
        if (!node.isString()) {
            return fault("must be text");
        }
        String text = node.stringValue();
        if (Characters.blank(text) || text.codePointCount(0, text.length()) > atMost) {
            return fault("must have 1 to " + atMost + " characters");
        }
        OptionalInt odd = Characters.firstOdd(text);
        return odd.isEmpty() ? Optional.of(text) : fault("must not contain control, direction or unassigned characters"
                + " such as " + Characters.named(odd.getAsInt()));
    }

    Optional<String> code() {
        return text(60).flatMap(code -> CODE.matcher(code).matches() ? Optional.of(code)
                : fault("must consist of small letters, digits and hyphens"));
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return text(60).flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name)).findFirst()
                .or(() -> fault("must be one of " + Arrays.toString(type.getEnumConstants()))));
    }

    /** ISO 8601 in days, hours and minutes, days counting 24 hours. */
    Optional<Duration> duration(Duration least, Duration most) {
        return text(30).flatMap(text -> {
            try {
                Duration duration = DURATION.matcher(text).matches() ? Duration.parse(text) : null;
                if (duration == null) {
                    return fault("must be an ISO 8601 duration in days, hours and minutes, such as P7D or PT1H30M");
                }
                return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0 ? Optional.of(duration)
                        : fault("must lie between " + Definition.text(least) + " and " + Definition.text(most));
            } catch (DateTimeParseException | ArithmeticException e) {
                return fault("must lie between " + Definition.text(least) + " and " + Definition.text(most));
            }
        });
    }

    Optional<LocalTime> time() {
        return text(5).flatMap(text -> TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text))
                : fault("must be a time of day such as 09:00"));
    }

    Optional<Integer> number(int least, int most) {
        if (node == null) {
            return fault("is missing");
        }
        // 1.0 is whole, too, as JSON Schema has it
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        return number == Math.rint(number) && number >= least && number <= most ? Optional.of((int) number)
                : fault("must be a whole number from " + least + " to " + most);
    }

    /** False when absent. */
    boolean flag() {
        if (node != null && !node.isBoolean()) {
            fault("must be true or false");
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    /** An absent list is empty. The result leaves out elements with faults. */
    <T> List<T> list(int least, int most, Function<Place, Optional<T>> element) {
        return each(least, most, element).stream().flatMap(Optional::stream).toList();
    }

    /** As {@link #list}, with each element at its place: empty if it has faults. */
    <T> List<Optional<T>> each(int least, int most, Function<Place, Optional<T>> element) {
        if (node == null && least == 0) {
            return List.of();
        }
        if (node == null || !node.isArray()) {
            fault(node == null ? "is missing" : "must be a list");
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            fault("must have " + least + " to " + most + " entries");
        }
        return IntStream.range(0, Math.min(node.size(), most)).mapToObj(i -> element.apply(element(i))).toList();
    }

    /** As {@link #each} for elements that stand there once. */
    <T> List<Optional<T>> distinct(int least, int most, Function<Place, Optional<T>> element) {
        Set<T> seen = new HashSet<>();
        return each(least, most, place -> element.apply(place)
                .flatMap(each -> seen.add(each) ? Optional.of(each) : place.fault("is in the list already")));
    }

    <T> List<T> set(int least, int most, Function<Place, Optional<T>> element) {
        return distinct(least, most, element).stream().flatMap(Optional::stream).toList();
    }
}
