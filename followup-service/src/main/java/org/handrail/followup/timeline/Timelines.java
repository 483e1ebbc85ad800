package org.handrail.followup.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients' timelines, to be read. */
public interface Timelines {

    /** Newest first. @param before where the page before ended; null for the newest */
    Page page(UUID clientId, @Nullable Position before, int size);

    /** @param seq tells entries of the same instant apart, in the order of their recording */
    record Position(Instant at, long seq) {
    }

    /** @param next where the next page starts; null on the last one */
    record Page(List<TimelineEntry> entries, @Nullable Position next) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
