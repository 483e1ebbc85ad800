package org.handrail.followup.enrolment;

import java.util.Map;
import java.util.Optional;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Timetable;

/** Leaves receipts out that intake-service asks to hold, and says why; everything else of the schedule stays. */
final class HoldingReceipts {

    private HoldingReceipts() {
    }

    static void hold(
            ClientCase client, Enrolment enrolment, ScheduleVersion schedule, String reason, Surroundings around) {
        enrolment.eachPending(step -> receipt(schedule, step).map(email -> {
            client.note(enrolment.standing().knownAt(), enrolment.id(), "step.skipped", step.reminderId().toString(),
                    Map.of("schedule", schedule.id(), "step", step.key(), "reason", reason, "at", step.at().toString()));
            email.withoutConsent().ifPresent(task -> client.raise(instead(client, enrolment, step, task, reason, around)));
            return step.ended(StepState.SKIPPED, reason);
        }).orElse(step));
    }

    private static Optional<Action.Email> receipt(ScheduleVersion schedule, DueStep step) {
        return schedule.schedule().step(PlannedStep.stepKey(step.key()))
                .map(each -> each.action() instanceof Action.Email email && email.purpose() == Purpose.RECEIPTS
                        ? email : null);
    }

    private static NewTask instead(ClientCase client, Enrolment enrolment, DueStep step, Action.Task task,
            String reason, Surroundings around) {
        return new NewTask("step/" + step.reminderId(), client.clientId(), enrolment.id(), step.key(), task.kind(),
                task.title(), reason, task.priority(), Timetable.taskDue(task, around.now(),
                around.staffed(enrolment.origin().siteId())), task.onCall());
    }
}
