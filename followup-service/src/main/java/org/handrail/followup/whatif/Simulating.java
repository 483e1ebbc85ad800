package org.handrail.followup.whatif;

import java.util.ArrayList;
import java.util.List;
import org.handrail.followup.rehearsal.FixedSchedules;
import org.handrail.followup.rehearsal.Rehearsal;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.platform.site.Sites;

/** Plays a question to its end. Thread-safe; each question has an engine of its own. */
public final class Simulating {

    private final Sites sites;

    public Simulating(Sites sites) {
        this.sites = sites;
    }

    public Answer answer(Question question) {
        List<ScheduleVersion> published = new ArrayList<>(question.others());
        published.removeIf(other -> other.id().equals(question.schedule().id()));
        published.add(question.schedule());
        FixedSchedules schedules = FixedSchedules.of(published);
        return new Play(question, sites, schedules,
                (start, released) -> new Rehearsal(start, schedules, sites, released)).play();
    }
}
