package org.handrail.standalone.bench.people;

import java.util.List;
import org.handrail.contract.Purpose;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.ScheduleVersion;

/**
 * So many people in one version of a schedule, dealt its lives in turn.
 *
 * @param lives at least one
 */
public record Cohort(ScheduleVersion schedule, int people, List<Life> lives) {

    public Cohort {
        lives = List.copyOf(lives);
        if (lives.isEmpty() && people > 0) {
            throw new IllegalArgumentException("Nobody can be in " + schedule.id() + " that way at this hour");
        }
    }

    /** Those that the schedule's emails need; everybody has given them. */
    public List<Purpose> purposes() {
        return schedule.schedule().steps().stream()
                .filter(step -> step.action() instanceof Action.Email)
                .map(step -> ((Action.Email) step.action()).purpose())
                .distinct().toList();
    }

    /** Of a person, on average. */
    public double pendingSteps() {
        return lives.stream().mapToInt(Life::pending).average().orElse(0);
    }

    public Cohort of(int otherwise) {
        return new Cohort(schedule, otherwise, lives);
    }
}
