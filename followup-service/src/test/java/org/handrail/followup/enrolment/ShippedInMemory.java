package org.handrail.followup.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.ShippedSchedules;
import org.handrail.followup.schedule.json.ScheduleReader;

/** The schedules that come with Handrail, without a database. */
public final class ShippedInMemory implements Schedules {

    private final List<ScheduleVersion> all = ShippedSchedules.IDS.stream().map(ShippedInMemory::read)
            .map(schedule -> new ScheduleVersion(schedule, 1)).toList();

    private static Schedule read(String id) {
        try (var in = ShippedSchedules.class.getResourceAsStream(ShippedSchedules.resource(id))) {
            return new ScheduleReader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ScheduleVersion> published() {
        return all;
    }

    @Override
    public Optional<ScheduleVersion> find(String id, int version) {
        return all.stream().filter(each -> each.id().equals(id) && each.version() == version).findFirst();
    }

    @Override
    public List<ScheduleVersion> versions(String id) {
        return all.stream().filter(each -> each.id().equals(id)).toList();
    }

    @Override
    public void addFirst(Schedule schedule, String definition) {
        throw new UnsupportedOperationException();
    }
}
