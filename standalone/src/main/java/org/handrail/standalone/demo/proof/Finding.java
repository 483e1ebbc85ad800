package org.handrail.standalone.demo.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a promise was kept.
 *
 * @param evidence what was looked at, with figures; for a broken promise what breaks it
 */
public record Finding(boolean kept, String evidence) {

    private static final int TOLD = 4;

    /** Kept if nothing breaks it. */
    static Finding of(List<String> breaks, String evidence) {
        if (breaks.isEmpty()) {
            return new Finding(true, evidence);
        }
        List<String> distinct = breaks.stream().distinct().toList();
        String first = distinct.stream().limit(TOLD).collect(Collectors.joining("; "));
        return new Finding(false, distinct.size() > TOLD ? first + "; and " + (distinct.size() - TOLD) + " more" : first);
    }
}
