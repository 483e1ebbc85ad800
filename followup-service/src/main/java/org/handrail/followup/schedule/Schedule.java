package org.handrail.followup.schedule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to happen around one kind of fact.
 *
 * @param id    a code, the same for all versions
 * @param title for staff; neutral
 * @param stops what ends it early, besides that its anchor falls away, the client has died or is somebody else
 * @param steps in the order in which they are shown
 */
public record Schedule(String id, String title, Anchor anchor, Set<StopEvent> stops, List<Step> steps) {

    public Schedule {
        stops = Set.copyOf(stops);
        steps = List.copyOf(steps);
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }
}
