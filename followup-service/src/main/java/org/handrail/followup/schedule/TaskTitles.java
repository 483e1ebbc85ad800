package org.handrail.followup.schedule;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The message codes of tasks' titles that the console has words for; staff would see any other as a bare code. */
public final class TaskTitles {

    public static final Set<String> KEYS = Collections.unmodifiableSet(new TreeSet<>(Set.of(
            "task.call-back", "task.call-back-last", "task.call", "task.close-inquiry", "task.book-visit",
            "task.confirm-by-phone", "task.remind-by-phone", "task.discharge-call", "task.discharge-check",
            "task.visit-overdue", "task.not-arrived", "task.prepare-arrival", "task.rebook", "task.waiting-call",
            "task.welfare-call", "task.crisis", "task.possible-match", "task.check-details", "task.mail-returned",
            "task.mail-not-made",
            "task.delivery-unknown", "task.move-asked", "task.cancel-asked", "task.answer-undone",
            "task.read-reply", "task.new-address-failed")));

    private TaskTitles() {
    }
}
