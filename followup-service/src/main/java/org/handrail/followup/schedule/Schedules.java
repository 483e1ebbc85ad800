package org.handrail.followup.schedule;

import java.util.List;
import java.util.Optional;

/** The schedules in store. Versions are immutable, so what this returns may be kept. */
public interface Schedules {

    /** What new anchors enrol in: the published version of each. */
    List<ScheduleVersion> published();

    Optional<ScheduleVersion> find(String id, int version);

    /** All versions, oldest first; empty for an id that is not known. */
    List<ScheduleVersion> versions(String id);

    /** Stores version 1, published, unless the schedule has a version already. */
    void addFirst(Schedule schedule, String definition);
}
