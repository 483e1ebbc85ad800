package org.handrail.followup.schedule.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;

/** What must hold between the fields of a definition whose fields are right each for itself. */
final class Consistency {

    private Consistency() {
    }

    static List<Fault> faults(Schedule schedule) {
        List<Fault> faults = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < schedule.steps().size(); i++) {
            Step step = schedule.steps().get(i);
            String path = "/steps/" + i;
            if (!keys.add(step.key())) {
                faults.add(new Fault(path + "/key", "is the key of an earlier step, too"));
            }
            offsets(schedule.anchor().event(), step, path, faults);
            if (step.isEmail() && step.late() instanceof LatePolicy.Always) {
                faults.add(new Fault(path + "/late/policy", "must be SEND_WITHIN or SKIP for an email"));
            }
            for (int c = 0; c < step.conditions().size(); c++) {
                condition(schedule.anchor().event(), step.conditions().get(c), path + "/conditions/" + c, faults);
            }
        }
        return faults;
    }

    private static void offsets(AnchorEvent anchor, Step step, String path, List<Fault> faults) {
        boolean before = step.offset() instanceof Offset.Elapsed elapsed && elapsed.by().isNegative()
                || step.offset() instanceof Offset.Local local && local.days() < 0
                || step.offset() instanceof Offset.Daily;
        if (before && anchor != AnchorEvent.APPOINTMENT) {
            faults.add(new Fault(path + "/offset", "lies before a fact that is known only once it has happened"));
        }
        boolean forTasks = step.offset() instanceof Offset.Staffed || step.offset() instanceof Offset.AnotherTimeOfDay
                || step.offset() instanceof Offset.Daily;
        if (forTasks && step.isEmail()) {
            faults.add(new Fault(path + "/offset/type", "is for tasks; emails take AT_ONCE, ELAPSED or LOCAL"));
        }
        if (forTasks && step.action() instanceof Action.Task task && task.onCall()) {
            faults.add(new Fault(path + "/action/onCall", "does not go with an offset in staffed hours"));
        }
        if (anchor == AnchorEvent.APPOINTMENT && step.isEmail() && afterStart(step.offset())) {
            faults.add(new Fault(path + "/offset", "an email after the start would never go"));
        }
    }

    private static boolean afterStart(Offset offset) {
        return offset instanceof Offset.Elapsed elapsed && !elapsed.by().isNegative()
                || offset instanceof Offset.Local local && local.days() > 0;
    }

    private static void condition(AnchorEvent anchor, Condition condition, String path, List<Fault> faults) {
        if (condition instanceof Condition.Not not) {
            condition(anchor, not.condition(), path + "/condition", faults);
        } else if (condition instanceof Condition.AnyOf any) {
            each(anchor, any.conditions(), path, faults);
        } else if (condition instanceof Condition.AllOf all) {
            each(anchor, all.conditions(), path, faults);
        } else if (aboutAppointment(condition) && anchor != AnchorEvent.APPOINTMENT) {
            faults.add(new Fault(path + "/type", "needs an APPOINTMENT as the anchor"));
        } else if (condition instanceof Condition.LeftAgainstAdvice && anchor != AnchorEvent.DISCHARGE) {
            faults.add(new Fault(path + "/type", "needs a DISCHARGE as the anchor"));
        }
    }

    private static void each(AnchorEvent anchor, List<Condition> conditions, String path, List<Fault> faults) {
        for (int i = 0; i < conditions.size(); i++) {
            condition(anchor, conditions.get(i), path + "/conditions/" + i, faults);
        }
    }

    private static boolean aboutAppointment(Condition condition) {
        return condition instanceof Condition.BookedMoreThan || condition instanceof Condition.BookedLessThan
                || condition instanceof Condition.WaitOver || condition instanceof Condition.NotArrived;
    }
}
