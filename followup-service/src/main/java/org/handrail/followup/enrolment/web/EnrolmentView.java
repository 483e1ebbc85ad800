package org.handrail.followup.enrolment.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.schedule.AnchorEvent;
import org.jspecify.annotations.Nullable;

/**
 * One enrolment with its steps in order of time.
 *
 * @param state {@code ACTIVE}, {@code COMPLETED} (nothing lies ahead) or {@code ENDED}
 */
public record EnrolmentView(
        UUID id, String schedule, int version, AnchorEvent anchor, Instant anchorAt, @Nullable UUID appointment,
        String state, @Nullable String endReason, @Nullable Instant endedAt, Instant enrolledAt,
        List<StepView> steps) {

    /** @param wall what the schedule asked for on the client's wall clock in that zone */
    public record StepView(
            String key, String action, StepState state, @Nullable String reason, Instant at, LocalDateTime wall,
            String zone, @Nullable Instant deadline, int appointmentVersion, @Nullable Instant releasedAt,
            @Nullable String delivery) {
    }

    public static EnrolmentView of(Enrolment enrolment) {
        Enrolment.Origin origin = enrolment.origin();
        Enrolment.End end = enrolment.end();
        String state = end != null ? "ENDED" : enrolment.pending().isEmpty() ? "COMPLETED" : "ACTIVE";
        return new EnrolmentView(origin.id(), origin.scheduleId(), origin.scheduleVersion(), origin.event(),
                enrolment.standing().anchor(), origin.appointmentId(), state, end == null ? null : end.reason(),
                end == null ? null : end.at(), origin.enrolledAt(), enrolment.steps().stream()
                .sorted(Comparator.comparing(DueStep::at).thenComparing(DueStep::key)).map(EnrolmentView::step).toList());
    }

    private static StepView step(DueStep step) {
        return new StepView(step.key(), step.email() ? "EMAIL" : "TASK", step.state(), step.reason(), step.at(),
                step.wall(), step.zone(), step.deadline(), step.appointmentVersion(), step.releasedAt(),
                step.delivery() == null ? null : step.delivery().name());
    }
}
