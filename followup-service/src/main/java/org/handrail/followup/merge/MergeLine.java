package org.handrail.followup.merge;

import java.util.UUID;

/** The way to the service that owns who is who. */
public interface MergeLine {

    Answer merge(UUID duplicate, UUID into, UUID by);

    /** What came of it. */
    enum Answer {
        MERGED,
        NOBODY_THERE,
        /** The duplicate has appointments or stays: the other way round. */
        HAS_BOOKINGS,
        /** It may or may not have been done: asking again does no harm. */
        NOT_REACHED
    }
}
