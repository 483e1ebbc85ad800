package org.handrail.standalone.bench.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.followup.schedule.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * Where one follow-up stands, shared by all the people who are dealt it.
 *
 * @param bookedAt      of the appointment; null without one
 * @param zone          the client's, as their contact gives it
 * @param releasedUntil steps before it are done, from it on pending
 */
public record Life(
        Instant anchor, Instant knownAt, @Nullable Instant bookedAt, String zone, List<PlannedStep> steps,
        Instant releasedUntil) {

    /** No benchmark takes longer. */
    private static final Duration A_RUN = Duration.ofHours(1);

    public Life {
        steps = List.copyOf(steps);
    }

    public boolean isPending(PlannedStep step) {
        return step.fate() != PlannedStep.Fate.NOT_MEANT && !step.at().isBefore(releasedUntil);
    }

    public int pending() {
        return (int) steps.stream().filter(this::isPending).count();
    }

    /** As it would stand had nothing been released since this step came due; empty unless it alone is due. Nor do others come due soon. */
    Optional<Life> withOnly(String due, Instant now) {
        return steps.stream().filter(step -> step.key().equals(due))
                .filter(step -> !step.at().isAfter(now))
                .filter(step -> step.deadline() == null || step.deadline().isAfter(now))
                .map(step -> new Life(anchor, knownAt, bookedAt, zone, steps, step.at()))
                .filter(life -> life.steps.stream()
                        .filter(step -> life.isPending(step) && !step.at().isAfter(now.plus(A_RUN))).count() == 1)
                .findFirst();
    }
}
