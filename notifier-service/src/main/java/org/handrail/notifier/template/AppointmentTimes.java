package org.handrail.notifier.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handrail.contract.Language;
import org.jspecify.annotations.Nullable;

/** Words an appointment's start as its reader says it, on the wall clock of the site. */
public final class AppointmentTimes {

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter SPANISH_DATE =
            DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Locale.forLanguageTag("es-US"));
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    /** Abbreviations are the same in both languages: a Spanish reader in the United States knows EST, too. */
    private static final DateTimeFormatter ABBREVIATION = DateTimeFormatter.ofPattern("zzz", Locale.US);

    private AppointmentTimes() {
    }

    public static String date(Instant start, ZoneId zone, Language language) {
        return (language == Language.ES ? SPANISH_DATE : ENGLISH_DATE).format(start.atZone(zone));
    }

    /**
     * With the zone's abbreviation when the client's own clock shows another time at that instant, or the site's shows
     * this time twice on that day.
     */
    public static String time(Instant start, ZoneId siteZone, @Nullable ZoneId clientZone, Language language) {
        ZonedDateTime local = start.atZone(siteZone);
        String time = clock(local, language);
        boolean twice = siteZone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        return twice || differ(start, siteZone, clientZone) ? time + " " + ABBREVIATION.format(local) : time;
    }

    /** Date and time, always with the zone's abbreviation. */
    public static String moment(Instant instant, ZoneId zone, Language language) {
        ZonedDateTime local = instant.atZone(zone);
        return date(instant, zone, language) + ", " + clock(local, language) + " " + ABBREVIATION.format(local);
    }

    private static String clock(ZonedDateTime local, Language language) {
        boolean morning = local.getHour() < 12;
        String half = language == Language.ES ? (morning ? "a. m." : "p. m.") : (morning ? "AM" : "PM");
        return CLOCK.format(local) + " " + half;
    }

    private static boolean differ(Instant start, ZoneId siteZone, @Nullable ZoneId clientZone) {
        try {
            return clientZone != null
                    && !siteZone.getRules().getOffset(start).equals(clientZone.getRules().getOffset(start));
        } catch (DateTimeException unknownToThisJdk) {
            return true;
        }
    }
}
