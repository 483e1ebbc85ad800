package org.handrail.notifier.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handrail.contract.Language;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.handrail.notifier.template.RenderedMail.Calendar;

/**
 * Makes a calendar file of an appointment: REQUEST and CANCEL of RFC 5546, because only what somebody was invited to is
 * moved and taken off again by all mail programs. Accepted beforehand and without a wish for an answer. Times are in
 * UTC, so that no rules of a zone travel along; the length is not told, for it is not known. Thread-safe.
 */
public final class CalendarFiles {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String organizer;

    /** @param name neutral; empty if none */
    public CalendarFiles(String name, String address) {
        this.organizer = "ORGANIZER" + (name.isBlank() ? "" : ";CN=" + ContentLines.quoted(name)) + ":"
                + ContentLines.mailto(address);
    }

    /** @param client addr-spec of whom it goes to */
    public Calendar file(CalendarEntry entry, Instant startsAt, String client, Language language, Instant now) {
        String method = entry.cancelled() ? "CANCEL" : "REQUEST";
        return new Calendar(method, new ContentLines()
                .add("BEGIN:VCALENDAR")
                .add("VERSION:2.0")
                .add("PRODID:-//Appointments//EN")
                .add("CALSCALE:GREGORIAN")
                .add("METHOD:" + method)
                .add("BEGIN:VEVENT")
                .add("UID:" + entry.uid())
                .add("SEQUENCE:" + entry.sequence())
                .add("DTSTAMP:" + UTC.format(now))
                .add("DTSTART:" + UTC.format(startsAt))
                .add("SUMMARY:" + ContentLines.text(language == Language.ES ? "Cita" : "Appointment"))
                .add("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"))
                .add("TRANSP:OPAQUE")
                .add("CLASS:PRIVATE")
                .add(organizer)
                .add("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:"
                        + ContentLines.mailto(client))
                .add("END:VEVENT")
                .add("END:VCALENDAR")
                .toString());
    }
}
