package org.handrail.followup.schedule;

import org.handrail.followup.time.PartOfDay;
import org.jspecify.annotations.Nullable;

/**
 * That a call is to be made at another time than its own, as it was declared: days and part of the day count from the
 * last try and are worked out anew each time, so that no shift is built on another.
 *
 * @param step which call, as {@link PlannedStep#key}
 * @param part of the client's day; null: another than that of the last try
 */
public record NextTry(String step, int days, @Nullable PartOfDay part) {

    private static final String ONCE_MORE = "/once-more";

    /** The call of a step, made a second time. */
    public static String onceMore(String step) {
        return PlannedStep.stepKey(step) + ONCE_MORE;
    }

    public static boolean isOnceMore(String key) {
        return key.endsWith(ONCE_MORE);
    }
}
