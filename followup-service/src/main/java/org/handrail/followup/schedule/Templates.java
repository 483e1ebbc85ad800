package org.handrail.followup.schedule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handrail.contract.Purpose;

/**
 * The message templates that notifier-service ships; a schedule can name no other. Each has one purpose, so that
 * nobody who agreed to reminders alone gets anything else as one.
 */
public final class Templates {

    private static final Map<String, Purpose> PURPOSES = new TreeMap<>(Map.of(
            "inquiry-receipt", Purpose.RECEIPTS,
            "inquiry-check-in", Purpose.FOLLOW_UP,
            "inquiry-still-here", Purpose.FOLLOW_UP,
            "inquiry-closing", Purpose.FOLLOW_UP,
            "appointment-confirmation", Purpose.APPOINTMENT_REMINDERS,
            "appointment-reminder", Purpose.APPOINTMENT_REMINDERS,
            "appointment-soon", Purpose.APPOINTMENT_REMINDERS,
            "appointment-new-times", Purpose.FOLLOW_UP,
            "appointment-rebook", Purpose.FOLLOW_UP,
            "follow-up-check-in", Purpose.FOLLOW_UP));

    public static final Set<String> KEYS = Collections.unmodifiableSet(PURPOSES.keySet());

    /** They name the time of an appointment that is still to come. */
    private static final List<String> OF_A_TIME =
            List.of("appointment-confirmation", "appointment-reminder", "appointment-soon");

    private Templates() {
    }

    /** @throws IllegalArgumentException for a key that is none of {@link #KEYS} */
    public static Purpose purpose(String key) {
        Purpose purpose = PURPOSES.get(key);
        if (purpose == null) {
            throw new IllegalArgumentException("no such template");
        }
        return purpose;
    }

    public static boolean namesATime(String key) {
        return OF_A_TIME.contains(key);
    }
}
