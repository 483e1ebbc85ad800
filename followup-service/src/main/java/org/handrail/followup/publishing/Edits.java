package org.handrail.followup.publishing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.followup.enrolment.ChangingVersions.Terms;
import org.handrail.followup.publishing.Enrolled.Wanted;
import org.handrail.followup.schedule.Edit;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;

/** The edits that lead from each earlier version of a schedule to a new one. */
record Edits(Schedule to, int version, Map<Integer, Edit> from) {

    static Edits to(Schedule to, int version, List<ScheduleVersion> earlier) {
        Map<Integer, Edit> from = new HashMap<>();
        earlier.stream().filter(each -> each.version() < version)
                .forEach(each -> from.put(each.version(), Edit.between(each.schedule(), to)));
        return new Edits(to, version, from);
    }

    Wanted wanted(Terms terms) {
        Set<String> steps = new LinkedHashSet<>();
        from.values().forEach(edit -> steps.addAll(edit.touched()));
        if (terms.before() != null) {
            steps.add(terms.before());
        }
        return new Wanted(to.id(), version, steps, steps.stream().anyMatch(this::repeats),
                from.values().stream().anyMatch(Edit::leavesOutKinds));
    }

    private boolean repeats(String key) {
        return Stream.concat(Stream.of(to), from.values().stream().map(Edit::from))
                .anyMatch(schedule -> schedule.step(key)
                        .filter(step -> step.offset() instanceof Offset.Daily).isPresent());
    }
}
