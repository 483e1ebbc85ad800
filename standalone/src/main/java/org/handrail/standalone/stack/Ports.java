package org.handrail.standalone.stack;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handrail.local.FreePort;

/** A number for each {@link Port}. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = new EnumMap<>(numbers);
    }

    /** Any that are free, for tests and for stacks beside each other. */
    public static Ports free() {
        Set<Integer> numbers = new TreeSet<>();
        while (numbers.size() < Port.values().length) {
            numbers.add(FreePort.any());
        }
        var remaining = numbers.iterator();
        return new Ports(Arrays.stream(Port.values()).collect(Collectors.toMap(port -> port, port -> remaining.next())));
    }

    /**
     * The usual ones, moved by settings.
     *
     * @throws SetupException when a setting is no port, or two parts are given the same one
     */
    public static Ports of(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        Map<Integer, Port> owners = new HashMap<>();
        for (Port port : Port.values()) {
            int number = number(port, environment.getOrDefault(port.variable(), ""));
            Port other = owners.put(number, port);
            if (other != null) {
                throw new SetupException(other.variable() + " and " + port.variable() + " are both " + number);
            }
            numbers.put(port, number);
        }
        return new Ports(numbers);
    }

    private static int number(Port port, String setting) {
        if (setting.isBlank()) {
            return port.usual();
        }
        if (setting.strip().matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(setting.strip());
            if (number > 0 && number <= HIGHEST) {
                return number;
            }
        }
        throw new SetupException(port.variable() + " is no port number between 1 and " + HIGHEST);
    }

    public int get(Port port) {
        return numbers.get(port);
    }

    /** @throws SetupException naming every port that something else listens on, and how to move it */
    void checkFree(Collection<Port> needed) {
        List<String> taken = needed.stream()
                .filter(port -> !FreePort.isFree(get(port)))
                .map(port -> "  port " + get(port) + " for " + port.purpose() + "; another one can be set in " + port.variable())
                .toList();
        if (!taken.isEmpty()) {
            throw new SetupException("Something else on this machine already listens on\n" + String.join("\n", taken));
        }
    }
}
