package org.handrail.notifier.template.mustache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;
import org.handrail.notifier.editing.Kind;
import org.handrail.notifier.editing.SamplePerson;
import org.handrail.notifier.template.ReminderToRender;
import org.handrail.notifier.template.Wording;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/** What a sample person would be written about, from the default site. */
final class SampleReminders {

    private static final ZoneId ELSEWHERE = ZoneId.of("America/Los_Angeles");
    private static final ZoneId ELSEWHERE_THERE = ZoneId.of("America/New_York");
    private static final Duration AHEAD = Duration.ofDays(2);

    private final Sites sites;
    private final Clock clock;

    SampleReminders(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    ReminderToRender about(String key, Kind kind, SamplePerson person, Language language, Wording wording) {
        Site site = sites.defaultSite();
        Instant now = clock.instant();
        boolean appointment = person.hasAppointment();
        return new ReminderToRender(UUID.randomUUID(), UUID.randomUUID(), kind.purpose(), key, language,
                "somebody@example.org", 1, person.givenName(), appointment ? UUID.randomUUID() : null, 1,
                appointment ? start(person, site.zone(), now) : null, site.zone(), zone(person, site.zone()),
                site.name(), site.phone(), now, null, wording,
                appointment && wording == Wording.DETAILED ? kindFor(person) : null);
    }

    private static AppointmentKind kindFor(SamplePerson person) {
        return person == SamplePerson.NAMED ? AppointmentKind.DETOX_ADMISSION : AppointmentKind.THERAPY;
    }

    private static Instant start(SamplePerson person, ZoneId zone, Instant now) {
        ZonedDateTime usual = now.atZone(zone).plus(AHEAD).with(LocalTime.of(9, 30));
        if (person != SamplePerson.CLOCK_CHANGE) {
            return usual.toInstant();
        }
        ZoneOffsetTransition next = zone.getRules().nextTransition(now);
        while (next != null && next.isGap()) {
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return next == null ? usual.toInstant() : next.getInstant().minus(Duration.ofMinutes(30));
    }

    private static @Nullable ZoneId zone(SamplePerson person, ZoneId site) {
        return person != SamplePerson.ELSEWHERE ? site : site.equals(ELSEWHERE) ? ELSEWHERE_THERE : ELSEWHERE;
    }
}
