package org.handrail.followup.schedule;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.handrail.contract.Purpose;

/**
 * The message templates that a schedule can name. Each has one purpose, so that nobody who agreed to reminders alone
 * gets anything else as one. Immutable.
 */
public final class Templates {

    /** Those that notifier-service ships; they are always there. */
    public static final Templates SHIPPED = new Templates(Map.of(
            "inquiry-receipt", new Kind(Purpose.RECEIPTS, false),
            "inquiry-check-in", new Kind(Purpose.FOLLOW_UP, false),
            "inquiry-still-here", new Kind(Purpose.FOLLOW_UP, false),
            "inquiry-closing", new Kind(Purpose.FOLLOW_UP, false),
            "appointment-confirmation", new Kind(Purpose.APPOINTMENT_REMINDERS, true),
            "appointment-reminder", new Kind(Purpose.APPOINTMENT_REMINDERS, true),
            "appointment-soon", new Kind(Purpose.APPOINTMENT_REMINDERS, true),
            "appointment-new-times", new Kind(Purpose.FOLLOW_UP, false),
            "appointment-rebook", new Kind(Purpose.FOLLOW_UP, false),
            "follow-up-check-in", new Kind(Purpose.FOLLOW_UP, false)));

    private final Map<String, Kind> kinds;

    private Templates(Map<String, Kind> kinds) {
        this.kinds = new TreeMap<>(kinds);
    }

    /** @param namesATime of an appointment that is still to come */
    public record Kind(Purpose purpose, boolean namesATime) {
    }

    /** These and more; what is already known stays what it is. */
    public Templates and(Map<String, Kind> more) {
        Map<String, Kind> all = new TreeMap<>(more);
        all.putAll(kinds);
        return new Templates(all);
    }

    public Optional<Kind> find(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(kinds.keySet());
    }
}
