package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.StopEvent;

/** Conditions that make no sense with the anchor, or that never hold: with the step's time, its action, each other. */
final class ConditionRules {

    /** How much a window or staffed hours may move a step. */
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Duration STAFFED = Duration.ofDays(7);

    private final StepParts step;
    private final List<StopEvent> stops;

    ConditionRules(StepParts step, List<StopEvent> stops) {
        this.step = step;
        this.stops = stops;
    }

    void check(Optional<AnchorEvent> anchor) {
        List<Required> required = new ArrayList<>();
        for (int i = 0; i < step.conditions().size(); i++) {
            Place place = step.place().field("conditions").element(i);
            step.conditions().get(i).ifPresent(condition -> {
                anchor.ifPresent(event -> fits(event, condition, place));
                required.addAll(Required.by(condition, place));
            });
        }
        Required.contradictions(required).forEach(each -> each.place()
                .rule("never holds together with the other conditions of the step"));
        required.stream().filter(each -> !each.negated()).forEach(each -> {
            boolean appointment = anchor.filter(event -> event == AnchorEvent.APPOINTMENT).isPresent();
            if (appointment && step.offset().isPresent()) {
                inTime(each, step.offset().get());
            }
            withAction(each);
        });
    }

    private static void fits(AnchorEvent anchor, Condition condition, Place place) {
        if (condition instanceof Condition.Not not) {
            fits(anchor, not.condition(), place.field("condition"));
        } else if (condition instanceof Condition.AnyOf any) {
            each(anchor, any.conditions(), place.field("conditions"));
        } else if (condition instanceof Condition.AllOf all) {
            each(anchor, all.conditions(), place.field("conditions"));
        } else if (aboutAppointment(condition) && anchor != AnchorEvent.APPOINTMENT) {
            place.field("type").rule("needs an APPOINTMENT as the anchor");
        } else if (condition instanceof Condition.LeftAgainstAdvice && anchor != AnchorEvent.DISCHARGE) {
            place.field("type").rule("needs a DISCHARGE as the anchor");
        }
    }

    private static void each(AnchorEvent anchor, List<Condition> conditions, Place place) {
        for (int i = 0; i < conditions.size(); i++) {
            fits(anchor, conditions.get(i), place.element(i));
        }
    }

    private static boolean aboutAppointment(Condition condition) {
        return condition instanceof Condition.BookedMoreThan || condition instanceof Condition.BookedLessThan
                || condition instanceof Condition.WaitOver || condition instanceof Condition.NotArrived;
    }

    private void inTime(Required required, Offset offset) {
        Before before = Before.of(offset);
        Condition condition = required.condition();
        if (condition instanceof Condition.NotArrived
                && (Before.isBefore(offset) || offset instanceof Offset.AtOnce)) {
            required.place().rule("never holds before the start");
        } else if (condition instanceof Condition.WaitOver wait
                && before.most().plus(movable(offset)).compareTo(wait.longerThan()) <= 0) {
            required.place().rule("never holds: the wait is shorter by the step's time");
        } else if (condition instanceof Condition.BookedLessThan booked
                && before.least().minus(WINDOW).compareTo(booked.ahead()) >= 0) {
            required.place().rule("never holds: the step's time is over before the booking");
        }
    }

    /** Only before the start is anything moved to an earlier time. */
    private Duration movable(Offset offset) {
        if (!Before.isBefore(offset)) {
            return Duration.ZERO;
        }
        boolean staffed = step.action().isPresent() && step.action().get() instanceof Action.Task task && !task.onCall();
        return staffed ? STAFFED : WINDOW;
    }

    private void withAction(Required required) {
        Condition condition = required.condition();
        if (condition instanceof Condition.ContactReached && stops.contains(StopEvent.REACHED)) {
            required.place().rule("never holds: REACHED is among the stops and ends the schedule");
        }
        if (step.action().isPresent() && step.action().get() instanceof Action.Email email) {
            boolean absent = condition instanceof Condition.ConsentAbsent consent && consent.purpose() == email.purpose();
            if (absent || condition instanceof Condition.EmailBounced) {
                required.place().rule("no email goes when that holds; make the step a task");
            }
        }
    }
}
