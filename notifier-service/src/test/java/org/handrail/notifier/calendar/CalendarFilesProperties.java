package org.handrail.notifier.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.handrail.contract.Language;
import org.handrail.notifier.smtp.OddNames;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.handrail.notifier.template.RenderedMail;

/** Calendar files as somebody else's parser reads them, whatever the time, the name or the address. */
class CalendarFilesProperties {

    private static final Instant NOW = Instant.parse("2026-05-04T13:00:00Z");

    @Property(tries = 300)
    void saysWhatItWasGivenToAnIndependentParser(@ForAll("starts") Instant startsAt, @ForAll("names") String name,
            @ForAll("addresses") String address, @ForAll boolean cancelled, @ForAll Language language)
            throws IOException, ParserException {
        CalendarEntry entry = new CalendarEntry(UUID.randomUUID(), 3, cancelled);

        RenderedMail.Calendar file = new CalendarFiles(name, "frontdesk@example.org")
                .file(entry, startsAt, address, language, NOW);

        assertThat(file.content().split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\r", "\n");
        });
        assertThat(file.content()).endsWith("END:VCALENDAR\r\n");
        Calendar calendar = new CalendarBuilder().build(new StringReader(file.content()));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        assertThat(calendar.getMethod().getValue()).isEqualTo(file.method()).isEqualTo(cancelled ? "CANCEL" : "REQUEST");
        assertThat(calendar.getComponents()).hasSize(1);
        VEvent event = (VEvent) calendar.getComponents().get(0);
        assertThat(value(event, "UID")).isEqualTo(entry.uid().toString());
        assertThat(value(event, "SEQUENCE")).isEqualTo("3");
        assertThat(value(event, "STATUS")).isEqualTo(cancelled ? "CANCELLED" : "CONFIRMED");
        assertThat(value(event, "SUMMARY")).isEqualTo(language == Language.ES ? "Cita" : "Appointment");
        Temporal start = event.getDateTimeStart().getDate();
        assertThat(Instant.from(start)).isEqualTo(startsAt);
        assertThat(value(event, "ATTENDEE")).startsWith("mailto:");
        assertThat(URLDecoder.decode(
                value(event, "ATTENDEE").substring("mailto:".length()).replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(address);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    /** Wall times of the whole year, gaps and overlaps among them, in zones of all kinds. */
    @Provide
    Arbitrary<Instant> starts() {
        Arbitrary<ZoneId> zones = Arbitraries.of("America/New_York", "America/Phoenix", "Pacific/Honolulu",
                "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "Australia/Lord_Howe").map(ZoneId::of);
        Arbitrary<LocalDateTime> walls = Arbitraries.oneOf(
                Arbitraries.of("2026-03-08T02:30", "2026-11-01T01:30", "2026-12-31T23:59", "2028-02-29T00:00")
                        .map(LocalDateTime::parse),
                Arbitraries.longs().between(0, 3_000_000).map(minutes ->
                        LocalDateTime.ofEpochSecond(1_767_225_600L + minutes * 60, 0, ZoneOffset.UTC)));
        return Combinators.combine(walls, zones).as((wall, zone) -> wall.atZone(zone).toInstant());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(OddNames.thousand());
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of("robin@example.org", "robin+visits@example.org", "o'brien@example.org",
                "a%b&c=d?e#f/g@example.org", "ñandú@example.org", "\"odd; name,\"@example.org",
                "x".repeat(64) + "@" + "very-long-label-".repeat(3) + ".example.org");
    }
}
