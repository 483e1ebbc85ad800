package org.handrail.followup.enrolment;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskCompleted;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Ladder;
import org.handrail.followup.schedule.NextMove;
import org.handrail.followup.schedule.NextTry;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.jspecify.annotations.Nullable;

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
            case DONE, RESEND, LEAVE -> { }
        }
    }

    private static Optional<Enrolment> enrolment(ClientCase client, TaskCompleted task) {
        return Optional.ofNullable(task.enrolmentId()).flatMap(client::enrolment).filter(Enrolment::isActive);
    }

    private static void tried(ClientCase client, Enrolment enrolment, TaskCompleted task, Surroundings around) {
        NextMove next = declared(enrolment, task, around).orElseGet(NextMove.Continue::new);
        if (next instanceof NextMove.End) {
            client.end(enrolment, reason(task), task.at(), null);
            return;
        }
        NextTry again = next instanceof NextMove.TryAgain declared ? nextTry(enrolment, declared, task, around) : null;
        enrolment.stands(enrolment.standing().tried(task.at(), again));
        Shifts shifts = Shifts.of(client);
        around.scheduleOf(enrolment).ifPresent(schedule -> Planning.plan(client, enrolment, schedule, around));
        shifts.tell(task.at(), reason(task));
        if (next instanceof NextMove.AskForDetails) {
            stopCalling(enrolment, task, around);
            askForDetails(client, task, around);
        }
    }

    private static Optional<NextMove> declared(Enrolment enrolment, TaskCompleted task, Surroundings around) {
        String step = task.stepKey() == null ? "" : task.stepKey();
        return around.scheduleOf(enrolment).flatMap(schedule -> schedule.schedule().after(task.outcome(), step));
    }

    /** The call that is next, or the same once more; each is moved from its own time, whatever moved it before. */
    private static @Nullable NextTry nextTry(
            Enrolment enrolment, NextMove.TryAgain declared, TaskCompleted task, Surroundings around) {
        Optional<DueStep> next = enrolment.pending().stream()
                .filter(step -> known(enrolment, step.key(), around).filter(Ladder::holds).isPresent())
                .min(Comparator.comparing(DueStep::at));
        String tried = task.stepKey();
        boolean onceMore = declared.onceMore() && tried != null && !NextTry.isOnceMore(tried)
                && known(enrolment, tried, around).filter(Ladder::holds).isPresent();
        return next.map(DueStep::key).or(() -> onceMore ? Optional.of(NextTry.onceMore(tried)) : Optional.empty())
                .map(step -> new NextTry(step, declared.days(), declared.part())).orElse(null);
    }

    private static Optional<Step> known(Enrolment enrolment, String key, Surroundings around) {
        return around.scheduleOf(enrolment)
                .flatMap(schedule -> schedule.schedule().step(PlannedStep.stepKey(key)));
    }

    /**
     * Whoever can be reached in no other way is not called there again: a stranger would hear of it. Elsewhere the
     * schedule has to say so.
     */
    private static void wrongNumber(ClientCase client, TaskCompleted task, Surroundings around) {
        enrolment(client, task).ifPresent(each -> {
            Optional<NextMove> declared = declared(each, task, around);
            boolean unreachable = each.origin().event() == AnchorEvent.INQUIRY
                    || each.origin().event() == AnchorEvent.MISSED_CALL;
            if (declared.isPresent() && declared.get() instanceof NextMove.End) {
                client.end(each, reason(task), task.at(), null);
            } else if (declared.isPresent() || unreachable) {
                stopCalling(each, task, around);
            }
        });
        askForDetails(client, task, around);
    }

    private static void stopCalling(Enrolment enrolment, TaskCompleted task, Surroundings around) {
        stopCalling(enrolment, reason(task), around);
    }

    static void stopCalling(Enrolment enrolment, String why, Surroundings around) {
        enrolment.stands(enrolment.standing().withoutCalls(why));
        enrolment.eachPending(step -> isCall(enrolment, step, around) ? step.ended(StepState.DROPPED, why) : step);
    }

    private static boolean isCall(Enrolment enrolment, DueStep step, Surroundings around) {
        return known(enrolment, step.key(), around)
                .filter(known -> known.action() instanceof Action.Task work && Ladder.isCall(work)).isPresent();
    }

    private static void askForDetails(ClientCase client, TaskCompleted task, Surroundings around) {
        client.raise(new NewTask("check-details/" + task.taskId(), client.clientId(), null, null, TaskKind.REVIEW,
                "task.check-details", reason(task), Priority.HIGH,
                around.staffed(client, task.enrolmentId()).plus(around.now(), Duration.ofHours(4)), false));
    }

    private static String reason(TaskCompleted task) {
        return task.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
