package org.handrail.followup.whatif;

import java.time.Instant;
import java.util.List;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.schedule.Action;
import org.jspecify.annotations.Nullable;

/**
 * A step and what came of it.
 *
 * @param planned  with the wall time that the schedule asks for and the instant that was made of it
 * @param became   as it stood when the story ended
 * @param shifts   from the wall time to the planned instant
 * @param delays   each time that it came due and was put off
 * @param task     null unless it was raised as one
 * @param mail     null unless it was handed over for email
 */
public record StepAnswer(
        Enrolment.Origin enrolment, DueStep planned, DueStep became, List<Shift> shifts, List<Delay> delays,
        @Nullable NewTask task, Action.@Nullable Email mail) {

    /** @param reason a code */
    public record Delay(Instant at, Instant until, String reason) {
    }

    public StepAnswer {
        shifts = List.copyOf(shifts);
        delays = List.copyOf(delays);
    }

    /** Where it stands on the timeline. */
    public Instant at() {
        return became.releasedAt() != null ? became.releasedAt() : became.at();
    }
}
