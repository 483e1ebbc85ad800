package org.handrail.standalone.demo.proof;

/**
 * Whether a promise was kept.
 *
 * @param evidence what was looked at, with figures; for a broken promise what breaks it
 */
public record Finding(boolean kept, String evidence) {

    /** Kept if nothing breaks it. */
    static Finding of(java.util.List<String> breaks, String evidence) {
        return breaks.isEmpty() ? new Finding(true, evidence) : new Finding(false, String.join("; ", breaks));
    }
}
