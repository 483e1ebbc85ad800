package org.handrail.followup.whatif;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.queue.Task;
import org.handrail.followup.time.ClientZone;
import org.handrail.followup.timeline.TimelineEntry;

/**
 * What would have come of it.
 *
 * @param zone     whose wall clock counted at first
 * @param steps    in order of time
 * @param events   what else would stand on the timeline, in order of time
 * @param tasks    all that were raised, by steps and besides
 * @param endsAt   the story was played until then
 * @param complete nothing lies ahead of that; false: the story was longer than anybody plays it
 */
public record Answer(
        ClientZone zone, String tzdb, List<StepAnswer> steps, List<TimelineEntry> events, Collection<Task> tasks,
        List<Enrolment> enrolments, Instant endsAt, boolean complete) {

    public Answer {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
        tasks = List.copyOf(tasks);
        enrolments = List.copyOf(enrolments);
    }
}
