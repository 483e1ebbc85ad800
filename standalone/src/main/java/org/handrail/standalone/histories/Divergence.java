package org.handrail.standalone.histories;

import java.util.List;

/** Where the engine and the model, or the engine and a promise, part. */
record Divergence(History history, String what, List<String> log) {

    Divergence {
        log = List.copyOf(log);
    }

    /** The history as a person can follow it. */
    String told() {
        return String.join("\n", log) + "\n\n" + what + "\n";
    }
}
