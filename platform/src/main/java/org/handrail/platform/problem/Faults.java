package org.handrail.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers the faults of one request, so that they are all told at once. Not thread-safe. */
public final class Faults {

    private final List<FieldFault> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new FieldFault(field, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldFault> all() {
        return List.copyOf(found);
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
