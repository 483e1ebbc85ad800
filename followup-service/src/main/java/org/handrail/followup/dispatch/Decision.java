package org.handrail.followup.dispatch;

import java.time.Instant;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.followup.queue.NewTask;

/** What becomes of a step whose time has come. */
public sealed interface Decision {

    /** @param counted towards the one automated email a person a day */
    record Mail(ReminderDue reminder, boolean counted) implements Decision {
    }

    record Work(NewTask task) implements Decision {
    }

    record Nothing(String reason) implements Decision {
    }

    record Later(Instant at, String reason) implements Decision {
    }
}
