package org.handrail.followup.enrolment;

import java.util.UUID;
import org.handrail.followup.queue.NewTask;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Timetable;

/** The task that a step names for when its email does not go. */
final class InsteadOfMail {

    private InsteadOfMail() {
    }

    /** @param reason why the email does not go */
    static NewTask task(ClientCase client, Enrolment enrolment, UUID reminderId, String stepKey, Action.Task task,
            String reason, Surroundings around) {
        return new NewTask("step/" + reminderId, client.clientId(), enrolment.id(), stepKey, task.kind(), task.title(),
                reason, task.priority(), Timetable.taskDue(task, around.now(),
                around.staffed(enrolment.origin().siteId())), task.onCall());
    }
}
