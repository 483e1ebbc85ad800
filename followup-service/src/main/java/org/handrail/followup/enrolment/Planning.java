package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Ladder;
import org.handrail.followup.schedule.Moment;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.schedule.PlannedStep.Fate;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Timetable;
import org.handrail.followup.time.ClientZone;
import org.handrail.platform.site.Site;

/**
 * Brings an enrolment's pending steps into line with where its fact stands now. What has been released stays; planning
 * twice changes nothing.
 */
final class Planning {

    private Planning() {
    }

    static ClientZone zone(ClientCase client, Enrolment enrolment, Surroundings around) {
        return ClientZone.of(client.person().zone(), site(enrolment, around).zone());
    }

    private static Site site(Enrolment enrolment, Surroundings around) {
        return around.sites().orDefault(enrolment.origin().siteId());
    }

    static Moment moment(Enrolment enrolment, ClientZone zone, Surroundings around) {
        Enrolment.Standing standing = enrolment.standing();
        return new Moment(standing.anchor(), standing.knownAt(), zone.zone(), site(enrolment, around),
                around.window(), standing.bookedAt(), standing.changed(), enrolment.origin().againstAdvice(),
                standing.lastTry(), standing.nextTry());
    }

    static void plan(ClientCase client, Enrolment enrolment, ScheduleVersion schedule, Surroundings around) {
        ClientZone zone = zone(client, enrolment, around);
        Enrolment.Standing standing = enrolment.standing();
        List<PlannedStep> plan = Timetable.plan(schedule.schedule(), moment(enrolment, zone, around));
        Set<DueStep.Key> meant = new HashSet<>();
        Optional<PlannedStep> owed = owed(enrolment, plan, around.now());
        for (PlannedStep planned : plan) {
            DueStep step = DueStep.of(enrolment, planned, schedule.version(), zone.zone().getId(),
                    around.tzdb());
            meant.add(step.id());
            DueStep known = enrolment.step(step.id());
            if (known == null) {
                add(client, enrolment, planned, owed.filter(planned::equals).isPresent()
                        ? step : sorted(client, enrolment, planned, step, around.now()));
            } else if (known.isPending()) {
                enrolment.put(planned.fate() == Fate.NOT_MEANT
                        ? step.ended(StepState.SKIPPED, "condition-not-met") : beforeTheStart(enrolment, step));
            }
        }
        enrolment.eachPending(step -> meant.contains(step.id()) ? step : step.ended(StepState.DROPPED,
                step.appointmentVersion() == standing.version() ? "no-longer-planned" : "appointment-moved"));
    }

    private static void add(ClientCase client, Enrolment enrolment, PlannedStep planned, DueStep step) {
        boolean passedOccurrence = planned.step().offset() instanceof Offset.Daily && !step.isPending();
        if (passedOccurrence) {
            return;
        }
        enrolment.put(step);
        if (!step.isPending()) {
            client.note(enrolment.standing().knownAt(), enrolment.id(),
                    step.state() == StepState.DROPPED ? "step.dropped" : "step.skipped",
                    step.reminderId().toString(), Map.of("schedule", enrolment.origin().scheduleId(),
                            "step", step.key(), "reason", String.valueOf(step.reason()), "at", step.at().toString()));
        }
    }

    /** What becomes of a step that is planned for the first time. */
    private static DueStep sorted(
            ClientCase client, Enrolment enrolment, PlannedStep planned, DueStep step, Instant now) {
        if (planned.fate() == Fate.NOT_MEANT) {
            return step.ended(StepState.SKIPPED, "condition-not-met");
        }
        Optional<String> stopped = stoppedCalling(enrolment, planned);
        if (stopped.isPresent()) {
            return step.ended(StepState.DROPPED, stopped.get());
        }
        DueStep inTime = beforeTheStart(enrolment, step);
        if (!inTime.isPending()) {
            return inTime;
        }
        if (planned.step().offset() instanceof Offset.AtOnce) {
            if (step.email() && alreadyTold(enrolment)) {
                return step.ended(StepState.SKIPPED, "already-told");
            }
            return step.deadline() != null && !step.deadline().isAfter(now)
                    ? step.ended(StepState.DROPPED, "too-late") : step;
        }
        if (step.email() && wentBefore(client, enrolment, step)) {
            return step.ended(StepState.SKIPPED, "already-told");
        }
        return step.at().isBefore(now) ? step.ended(StepState.DROPPED, "past-at-enrolment") : step;
    }

    /** Why a step is not made because it is a call and an outcome ended the calls. */
    static Optional<String> stoppedCalling(Enrolment enrolment, PlannedStep planned) {
        return Optional.ofNullable(enrolment.standing().callsStopped())
                .filter(why -> planned.step().action() instanceof Action.Task task && Ladder.isCall(task));
    }

    /** No mail is planned for a time at which the appointment has started; news of it may come later than that. */
    private static DueStep beforeTheStart(Enrolment enrolment, DueStep step) {
        boolean started = enrolment.origin().event() == AnchorEvent.APPOINTMENT && step.email()
                && !step.at().isBefore(enrolment.standing().anchor());
        return started ? step.ended(StepState.DROPPED, "too-late") : step;
    }

    /** The same mail for the same time, before the appointment was moved away and back, or was off and is on again. */
    private static boolean wentBefore(ClientCase client, Enrolment enrolment, DueStep step) {
        return client.enrolments().stream().filter(other -> other == enrolment || sameReminders(other, enrolment))
                .flatMap(other -> other.steps().stream())
                .anyMatch(earlier -> earlier.key().equals(step.key()) && earlier.anchor().equals(step.anchor())
                        && earlier.delivery() == DeliveryChanged.State.SENT);
    }

    private static boolean sameReminders(Enrolment one, Enrolment other) {
        return one.origin().event() == AnchorEvent.APPOINTMENT
                && one.origin().scheduleId().equals(other.origin().scheduleId())
                && one.origin().anchorId().equals(other.origin().anchorId());
    }

    /** The last mail that left about this appointment named the time that holds now. */
    private static boolean alreadyTold(Enrolment enrolment) {
        return enrolment.steps().stream()
                .filter(step -> step.email() && step.state() == StepState.DONE && step.appointmentVersion() > 0)
                .filter(step -> step.releasedAt() != null && step.delivery() != null)
                .max(Comparator.comparing(DueStep::appointmentVersion).thenComparing(DueStep::releasedAt))
                .filter(last -> last.delivery() == DeliveryChanged.State.SENT)
                .filter(last -> last.anchor().equals(enrolment.anchor()))
                .isPresent();
    }

    /**
     * When a fact arrives late, the last of the tasks that should have been raised by now, so that nobody is
     * forgotten; none where a task is raised at once anyway, nor for appointments.
     */
    private static Optional<PlannedStep> owed(Enrolment enrolment, List<PlannedStep> plan, Instant now) {
        List<PlannedStep> tasks = plan.stream()
                .filter(planned -> !planned.step().isEmail() && planned.fate() != Fate.NOT_MEANT).toList();
        if (enrolment.origin().event() == AnchorEvent.APPOINTMENT
                || tasks.stream().anyMatch(planned -> planned.step().offset() instanceof Offset.AtOnce)) {
            return Optional.empty();
        }
        return tasks.stream()
                .filter(planned -> planned.at().isBefore(now))
                .filter(planned -> planned.deadline() == null || planned.deadline().isAfter(now))
                .reduce((earlier, later) -> later);
    }
}
