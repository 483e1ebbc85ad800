package org.handrail.followup.enrolment;

import java.util.Map;
import java.util.Optional;
import org.handrail.contract.Purpose;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.ScheduleVersion;

/** Leaves receipts out that intake-service asks to hold, and says why; everything else of the schedule stays. */
final class HoldingReceipts {

    private HoldingReceipts() {
    }

    static void hold(
            ClientCase client, Enrolment enrolment, ScheduleVersion schedule, String reason, Surroundings around) {
        enrolment.eachPending(step -> receipt(schedule, step).map(email -> {
            client.note(enrolment.standing().knownAt(), enrolment.id(), "step.skipped", step.reminderId().toString(),
                    Map.of("schedule", schedule.id(), "step", step.key(), "reason", reason, "at", step.at().toString()));
            email.withoutConsent().ifPresent(task -> client.raise(
                    InsteadOfMail.task(client, enrolment, step.reminderId(), step.key(), task, reason, around)));
            return step.ended(StepState.SKIPPED, reason);
        }).orElse(step));
    }

    private static Optional<Action.Email> receipt(ScheduleVersion schedule, DueStep step) {
        return schedule.schedule().step(PlannedStep.stepKey(step.key()))
                .map(each -> each.action() instanceof Action.Email email && email.purpose() == Purpose.RECEIPTS
                        ? email : null);
    }
}
