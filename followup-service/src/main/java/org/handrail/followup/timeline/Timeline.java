package org.handrail.followup.timeline;

import java.util.Collection;
import java.util.List;

/** A client's timeline; append-only. Every call belongs to the caller's transaction. */
public interface Timeline {

    /** Entries with an {@code entryId} seen before are ignored. */
    void record(Collection<TimelineEntry> entries);

    default void record(TimelineEntry entry) {
        record(List.of(entry));
    }
}
