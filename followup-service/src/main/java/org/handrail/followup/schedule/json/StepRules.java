package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.Templates;

/** What must hold between the parts of one step; parts that could not be read are passed over. */
final class StepRules {

    private static final Duration DAY = Duration.ofDays(1);

    private final StepParts step;
    private final List<StopEvent> stops;
    private final Templates templates;
    private final Place place;

    StepRules(StepParts step, List<StopEvent> stops, Templates templates) {
        this.step = step;
        this.stops = stops;
        this.templates = templates;
        this.place = step.place();
    }

    void check(Optional<AnchorEvent> anchor) {
        Optional<Action.Email> email = step.action()
                .flatMap(action -> action instanceof Action.Email mail ? Optional.of(mail) : Optional.empty());
        step.offset().ifPresent(offset -> {
            anchor.ifPresent(event -> side(event, offset, email.isPresent()));
            staffOnly(offset, email.isPresent());
            step.late().ifPresent(late -> daily(offset, late));
        });
        email.ifPresent(mail -> template(mail, anchor));
        if (email.isPresent() && step.late().filter(LatePolicy.Always.class::isInstance).isPresent()) {
            place.field("late").field("policy").rule("must be SEND_WITHIN or SKIP for an email");
        }
        new ConditionRules(step, stops).check(anchor);
    }

    private void side(AnchorEvent anchor, Offset offset, boolean email) {
        boolean appointment = anchor == AnchorEvent.APPOINTMENT;
        if (Before.isBefore(offset) && !appointment) {
            place.field("offset").rule("lies before a fact that is known only once it has happened");
        }
        if (appointment && email && Before.isAfter(offset)) {
            place.field("offset").rule("an email after the start would never go");
        }
    }

    private void staffOnly(Offset offset, boolean email) {
        boolean forTasks = offset instanceof Offset.Staffed || offset instanceof Offset.AnotherTimeOfDay
                || offset instanceof Offset.Daily;
        if (forTasks && email) {
            place.field("offset").field("type").rule("is for tasks; emails take AT_ONCE, ELAPSED or LOCAL");
        }
        if (forTasks && step.action().isPresent() && step.action().get() instanceof Action.Task task && task.onCall()) {
            place.field("action").field("onCall").rule("does not go with an offset in staffed hours");
        }
    }

    /** After an outage of days nobody needs the same task as often as there were days. */
    private void daily(Offset offset, LatePolicy late) {
        boolean heaps = late instanceof LatePolicy.Always
                || late instanceof LatePolicy.SendWithin within && within.grace().compareTo(DAY) >= 0;
        if (offset instanceof Offset.Daily && heaps) {
            place.field("late").rule("must be SKIP, or SEND_WITHIN less than a day, for a step that is DAILY");
        }
    }

    private void template(Action.Email email, Optional<AnchorEvent> anchor) {
        Optional<Templates.Kind> kind = templates.find(email.template());
        kind.map(Templates.Kind::purpose).filter(meant -> meant != email.purpose()).ifPresent(meant ->
                place.field("action").field("purpose")
                        .rule("must be " + meant + " for the template " + email.template()));
        boolean elsewhere = anchor.filter(event -> event != AnchorEvent.APPOINTMENT).isPresent();
        if (elsewhere && kind.filter(Templates.Kind::namesATime).isPresent()) {
            place.field("action").field("template").rule("names the time of an appointment, and none lies ahead here");
        }
    }
}
