package org.handrail.followup.schedule;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The message templates that notifier-service ships; a schedule can name no other. */
public final class Templates {

    public static final Set<String> KEYS = Collections.unmodifiableSet(new TreeSet<>(Set.of(
            "inquiry-receipt", "inquiry-check-in", "inquiry-still-here", "inquiry-closing",
            "appointment-confirmation", "appointment-reminder", "appointment-soon", "appointment-new-times",
            "appointment-rebook", "follow-up-check-in")));

    private Templates() {
    }
}
