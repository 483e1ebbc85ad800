package org.handrail.followup.enrolment;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskCompleted;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.StopEvent;

/** What staff said came of a task steers what lies ahead. */
public final class HeedingOutcomes {

    private HeedingOutcomes() {
    }

    public static void heed(ClientCase client, TaskCompleted task, Surroundings around) {
        switch (task.outcome()) {
            case REACHED, STOP_SAID -> client.stop(StopEvent.REACHED, task.at(), "reached", null, around);
            case BOOKED -> {
                client.stop(StopEvent.REACHED, task.at(), "reached", null, around);
                client.stop(StopEvent.BOOKED, task.at(), "booked", null, around);
            }
            case LEFT_MESSAGE, NO_ANSWER -> enrolment(client, task).ifPresent(each -> tried(client, each, task, around));
            case WRONG_NUMBER -> wrongNumber(client, task, around);
            case WRONG_PERSON -> {
                client.endAll("wrong-person", task.at());
                askForDetails(client, task, around);
            }
            case DECEASED -> {
                client.person(client.person().deceased(task.at()));
                client.closeCallBacks("deceased");
                client.endAll("deceased", task.at());
            }
            case DONE -> { }
        }
    }

    private static Optional<Enrolment> enrolment(ClientCase client, TaskCompleted task) {
        return Optional.ofNullable(task.enrolmentId()).flatMap(client::enrolment).filter(Enrolment::isActive);
    }

    private static void tried(ClientCase client, Enrolment enrolment, TaskCompleted task, Surroundings around) {
        enrolment.stands(enrolment.standing().tried(task.at()));
        around.scheduleOf(enrolment).ifPresent(schedule -> Planning.plan(client, enrolment, schedule, around));
    }

    /** Whoever can be reached in no other way is not called there again: a stranger would hear of it. */
    private static void wrongNumber(ClientCase client, TaskCompleted task, Surroundings around) {
        enrolment(client, task)
                .filter(each -> each.origin().event() == AnchorEvent.INQUIRY
                        || each.origin().event() == AnchorEvent.MISSED_CALL)
                .ifPresent(each -> each.eachPending(step -> isCall(each, step, around)
                        ? step.ended(StepState.DROPPED, "wrong-number") : step));
        askForDetails(client, task, around);
    }

    private static boolean isCall(Enrolment enrolment, DueStep step, Surroundings around) {
        return around.scheduleOf(enrolment)
                .flatMap(schedule -> schedule.schedule().step(PlannedStep.stepKey(step.key())))
                .filter(known -> known.action() instanceof Action.Task work
                        && (work.kind() == TaskKind.CALL || work.kind() == TaskKind.CALL_BACK))
                .isPresent();
    }

    private static void askForDetails(ClientCase client, TaskCompleted task, Surroundings around) {
        client.raise(new NewTask("check-details/" + task.taskId(), client.clientId(), null, null, TaskKind.REVIEW,
                "task.check-details", task.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Priority.HIGH, around.staffed(client, task.enrolmentId()).plus(around.now(), Duration.ofHours(4)),
                false));
    }
}
