package org.handrail.followup.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;

/** Schedules of a rehearsal, which may publish another version while it runs. Not thread-safe. */
public final class FixedSchedules implements Schedules {

    private final List<ScheduleVersion> all = new ArrayList<>();
    private final Map<String, ScheduleVersion> published = new LinkedHashMap<>();

    public static FixedSchedules of(Iterable<ScheduleVersion> versions) {
        FixedSchedules schedules = new FixedSchedules();
        versions.forEach(schedules::publish);
        return schedules;
    }

    /** From now on this is what new anchors enrol in. */
    public void publish(ScheduleVersion version) {
        all.removeIf(known -> known.id().equals(version.id()) && known.version() == version.version());
        all.add(version);
        published.put(version.id(), version);
    }

    @Override
    public List<ScheduleVersion> published() {
        return published.values().stream().sorted(Comparator.comparing(ScheduleVersion::id)).toList();
    }

    @Override
    public Optional<ScheduleVersion> find(String id, int version) {
        return all.stream().filter(each -> each.id().equals(id) && each.version() == version).findFirst();
    }

    @Override
    public List<ScheduleVersion> versions(String id) {
        return all.stream().filter(each -> each.id().equals(id))
                .sorted(Comparator.comparing(ScheduleVersion::version)).toList();
    }

    @Override
    public void addFirst(Schedule schedule, String definition) {
        if (versions(schedule.id()).isEmpty()) {
            publish(new ScheduleVersion(schedule, 1));
        }
    }
}
