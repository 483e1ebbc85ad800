package org.handrail.followup.timeline.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and durations as people read them. */
public final class Moments {

    private Moments() {
    }

    /** {@code Mon, Mar 2, 2026, 9:00 AM EST}. */
    public static String full(Instant at, ZoneId zone, Locale locale) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, h:mm a z", locale));
    }

    /** {@code Mon, Mar 2, 9:00 AM EST}. */
    public static String near(Instant at, ZoneId zone, Locale locale) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a z", locale));
    }

    /** {@code 9:00 AM EST}. */
    public static String time(Instant at, ZoneId zone, Locale locale) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("h:mm a z", locale));
    }

    /** The two largest units at most: {@code 35 min}, {@code 2 h 5 min}, {@code 3 d}. Without a sign. */
    public static String length(Duration duration) {
        Duration length = duration.abs();
        if (length.toMinutes() < 1) {
            return "under 1 min";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + " min";
        }
        if (length.toDays() < 1) {
            return two(length.toHours() + " h", length.toMinutesPart(), " min");
        }
        return two(length.toDays() + " d", length.toDays() < 7 ? length.toHoursPart() : 0, " h");
    }

    private static String two(String first, int second, String unit) {
        return second == 0 ? first : first + " " + second + unit;
    }
}
