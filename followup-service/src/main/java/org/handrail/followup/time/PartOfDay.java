package org.handrail.followup.time;

import java.time.LocalTime;

/** When to try again if somebody was not there. */
public enum PartOfDay {

    MORNING(LocalTime.of(10, 0)),
    AFTERNOON(LocalTime.of(15, 0));

    private final LocalTime tryAt;

    PartOfDay(LocalTime tryAt) {
        this.tryAt = tryAt;
    }

    public LocalTime tryAt() {
        return tryAt;
    }

    public PartOfDay other() {
        return this == MORNING ? AFTERNOON : MORNING;
    }

    public static PartOfDay of(LocalTime time) {
        return time.isBefore(LocalTime.NOON) ? MORNING : AFTERNOON;
    }
}
