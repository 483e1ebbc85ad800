package org.handrail.followup.schedule.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.followup.schedule.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a definition. */
final class Faults {

    /** A list longer than this helps nobody; what is beyond it is only counted. */
    static final int MOST_LISTED = 100;

    private final List<Fault> found = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Set<Fault> breaking = new HashSet<>();

    /** What is written at a place that could not be read as a value is not complained about twice. */
    void add(String path, String reason) {
        breaking.add(new Fault(path, reason));
        rule(path, reason);
    }

    /** What can be read, but breaks a rule. */
    void rule(String path, String reason) {
        if (!unreadable.contains(path)) {
            found.add(new Fault(path, reason));
        }
    }

    /** The value there can't be told, or not trusted. */
    void unreadable(String path, String reason) {
        add(path, reason);
        unreadable.add(path);
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** Something could not be read at all. */
    boolean broken() {
        return !breaking.isEmpty();
    }

    boolean breaks(Fault fault) {
        return breaking.contains(fault);
    }

    /** In the order of the document; what is missing stands where it is missing. */
    List<Fault> listed(@Nullable JsonNode document) {
        Map<String, Integer> order = new HashMap<>();
        if (document != null) {
            number(document, "", order);
        }
        List<Fault> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(fault -> position(fault.path(), order)));
        if (all.size() <= MOST_LISTED) {
            return all;
        }
        List<Fault> listed = new ArrayList<>(all.subList(0, MOST_LISTED));
        listed.add(new Fault("", "has " + (all.size() - MOST_LISTED) + " more faults besides these"));
        return listed;
    }

    private static void number(JsonNode node, String path, Map<String, Integer> order) {
        order.put(path, order.size());
        if (node.isObject()) {
            node.properties().forEach(each -> number(each.getValue(), Pointer.to(path, each.getKey()), order));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            number(node.get(i), Pointer.to(path, i), order);
        }
    }

    private static int position(String path, Map<String, Integer> order) {
        String known = path;
        while (!order.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, Math.max(known.lastIndexOf('/'), 0));
        }
        return order.getOrDefault(known, 0);
    }
}
