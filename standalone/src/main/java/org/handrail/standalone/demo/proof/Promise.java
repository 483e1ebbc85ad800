package org.handrail.standalone.demo.proof;

import java.util.function.Function;

/** Something that must hold, and how to find out. */
public record Promise(String says, Function<Evidence, Finding> check) {

    public Finding examine(Evidence evidence) {
        try {
            return check.apply(evidence);
        } catch (RuntimeException e) {
            return new Finding(false, "could not be examined: " + e.getMessage());
        }
    }
}
