package org.handrail.standalone.demo.story;

import java.time.Instant;

/** Something that somebody does. */
public record Beat(Instant at, Person who, String told, Act act) {

    /** Through the public doors; keeps in the diary what it did and what must come of it. */
    @FunctionalInterface
    public interface Act {
        void happen(Diary diary);
    }
}
