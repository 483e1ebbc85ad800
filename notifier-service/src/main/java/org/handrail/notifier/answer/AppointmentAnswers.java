package org.handrail.notifier.answer;

import org.handrail.contract.consents.AppointmentAnswered.Answer;

/** Takes answers by their owner's hand. Each call is a transaction of its own. */
public interface AppointmentAnswers {

    /** Changes nothing. */
    Standing look(Asked asked);

    /**
     * Records and tells the answer while the appointment stands as the mail said, after taking a different one back;
     * the one that stands already is not recorded again.
     *
     * @param answer not UNDONE
     * @return how it stands now
     */
    Standing answer(Asked asked, Answer answer);

    /** Takes the answer back that stands, while that can be done; else nothing changes. */
    Standing undo(Asked asked);
}
