package org.handrail.standalone.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out of a history whatever does not matter to where it parts from the model. */
final class Shrinking {

    private Shrinking() {
    }

    static Divergence shrunk(Divergence divergence) {
        Divergence smallest = divergence;
        for (int i = divergence.history().acts().size() - 1; i >= 0; i--) {
            smallest = without(smallest, i).orElse(smallest);
        }
        return smallest;
    }

    private static Optional<Divergence> without(Divergence from, int index) {
        List<Act> fewer = new ArrayList<>(from.history().acts());
        if (index >= fewer.size()) {
            return Optional.empty();
        }
        fewer.remove(index);
        return Trial.of(from.history().with(fewer)).divergence();
    }
}
