package org.handrail.notifier.delivery;

import java.util.Collection;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.contract.reminders.ResendAsked;

/** The ledger as the reminders topic sees it. Calls belong to the caller's transaction. */
public interface Queue {

    /**
     * One row a reminder, however often it is told. A reminder of an enrolment that has ended is withdrawn, whichever
     * of the two arrives first.
     */
    void take(Collection<ReminderDue> due, Collection<RemindersWithdrawn> withdrawn);

    /**
     * Queues again what is UNKNOWN still, once however often it is asked; everything else stays as it is. It passes the
     * last look anew, as if it had never been tried.
     */
    void resend(Collection<ResendAsked> asked);
}
