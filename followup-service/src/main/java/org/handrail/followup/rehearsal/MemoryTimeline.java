package org.handrail.followup.rehearsal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.timeline.Timeline;
import org.handrail.followup.timeline.TimelineEntry;

/** Entries in the order of their recording. */
final class MemoryTimeline implements Timeline {

    private final Map<UUID, TimelineEntry> entries = new LinkedHashMap<>();

    @Override
    public void record(Collection<TimelineEntry> more) {
        more.forEach(entry -> entries.putIfAbsent(entry.entryId(), entry));
    }

    List<TimelineEntry> entries() {
        return List.copyOf(entries.values());
    }
}
