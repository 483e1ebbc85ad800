package org.handrail.notifier.delivery;

import static org.handrail.notifier.delivery.Decision.GO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.handrail.notifier.delivery.LastLook.Objection;

/** Rules about the hour and the day. Nothing is put off past its deadline. */
final class TimeRules {

    private static final Duration GIVE_WAY = Duration.ofMinutes(10);

    private TimeRules() {
    }

    static Decision deadlineNotPassed(Situation situation) {
        return situation.now().isAfter(situation.delivery().deadline())
                ? new Decision.Skip("deadline-passed")
                : GO;
    }

    /** A receipt goes at once: whoever wrote at night is awake and waiting for it. */
    static Objection windowOpen(SendWindow window) {
        return situation -> situation.delivery().isReceipt() || window.isOpen(situation.now(), situation.zone())
                ? GO
                : Waiting.until(window.nextOpening(situation.now(), situation.zone()), situation, "send-window");
    }

    /** Of two that compete for the one email of the day, the reminder of an appointment goes. */
    static Decision remindersFirst(Situation situation) {
        Delivery delivery = situation.delivery();
        return delivery.isCapped() && !delivery.isReminder() && situation.reminderWaiting()
                ? Waiting.forNoLongerThan(GIVE_WAY, situation, "reminders-first")
                : GO;
    }

    static Objection oneADay(SendWindow window) {
        return situation -> {
            LocalDate today = day(situation.now(), situation);
            return !situation.delivery().isCapped() || !usedUp(situation, today)
                    ? GO
                    : Waiting.until(window.openingAfter(today, situation.zone()), situation, "daily-cap");
        };
    }

    private static boolean usedUp(Situation situation, LocalDate today) {
        Instant last = situation.lastCappedAt();
        return last != null && day(last, situation).equals(today);
    }

    private static LocalDate day(Instant instant, Situation situation) {
        return instant.atZone(situation.zone()).toLocalDate();
    }
}
