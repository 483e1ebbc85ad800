package org.handrail.notifier.template.mustache;

import java.util.function.BiConsumer;

/**
 * Where in a source something stands, and whom to tell what is wrong there.
 *
 * @param faults takes the name of a place and what is wrong with it
 */
record Place(String name, BiConsumer<String, String> faults) {

    /** Where a fault is a fault of ours. */
    static Place strict(String file) {
        return new Place(file, (place, message) -> {
            throw new UnusableTemplate(place, message);
        });
    }

    Place part(String part) {
        return new Place(name.isEmpty() ? part : name + " " + part, faults);
    }

    void fault(String message) {
        faults.accept(name, message);
    }
}
