package org.handrail.followup.erasure;

import java.time.Instant;
import java.util.UUID;

/** The way to the service that owns who is who. */
public interface ErasureLine {

    Answer erase(UUID clientId);

    /** What came of it. */
    sealed interface Answer {

        /** Done there, for good; the others follow. Again for somebody erased before, with the first time. */
        record Erased(Instant at) implements Answer {
        }

        record NobodyThere() implements Answer {
        }

        /** It may or may not have been done: asking again does no harm. */
        record NotReached(String code) implements Answer {
        }
    }
}
