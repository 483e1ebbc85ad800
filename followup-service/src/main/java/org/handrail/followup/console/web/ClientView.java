package org.handrail.followup.console.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.followup.console.ClientFacts;
import org.handrail.followup.console.Contact;
import org.handrail.followup.queue.StaffStop;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.followup.timeline.web.TimelineWords;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client's page says, in words and in local time: the site's, and the client's where it matters. */
@Component
class ClientView {

    private final Sites sites;
    private final ClientNames names;
    private final TimelineWords words;

    ClientView(Sites sites, ClientNames names, TimelineWords words) {
        this.sites = sites;
        this.names = names;
        this.words = words;
    }

    /** @param zoneFault the zone as it came, when it is none that is known here */
    record ContactCard(String name, boolean known, boolean inquirer, @Nullable String email, @Nullable String phone,
            @Nullable String phoneLink, String language, String localTime, @Nullable String zoneFault, String site) {
    }

    ContactCard contact(@Nullable Contact contact, Instant now, Locale locale) {
        Site site = site(contact);
        if (contact == null) {
            return new ContactCard(names.of(null, locale), false, false, null, null, null, "",
                    Moments.time(now, site.zone(), locale), null, site.name());
        }
        ZoneId zone = zone(contact.zone());
        String phone = contact.phone();
        return new ContactCard(names.of(contact, locale), true, contact.inquirer(), contact.email(),
                phone == null ? null : Phones.readable(phone), phone,
                words.code("language", contact.language().name(), locale),
                Moments.time(now, zone == null ? site.zone() : zone, locale),
                contact.zone() != null && zone == null ? contact.zone() : null, site.name());
    }

    /** @param good the client may be emailed for it */
    record Line(String what, String state, boolean good, @Nullable String since) {
    }

    List<Line> preferences(List<ClientFacts.Preference> preferences, @Nullable Contact contact, Locale locale) {
        ZoneId zone = site(contact).zone();
        return preferences.stream().map(preference -> new Line(
                words.code("purpose", preference.purpose().name(), locale),
                words.code("preference", preference.state().name(), locale),
                preference.state() == PreferenceChanged.State.IN_FORCE,
                Moments.full(preference.since(), zone, locale))).toList();
    }

    @Nullable Line address(ClientFacts.@Nullable AddressState state, @Nullable Contact contact, Locale locale) {
        if (contact == null || contact.email() == null) {
            return null;
        }
        boolean current = state != null && state.addressVersion() == contact.addressVersion();
        AddressStateChanged.State now = current ? state.state() : AddressStateChanged.State.UNCONFIRMED;
        String why = current ? words.code("reason", state.reason(), locale) : null;
        return new Line(contact.email(), words.code("address", now.name(), locale),
                now == AddressStateChanged.State.CONFIRMED, why);
    }

    /** Which address staff can read back; null: none, or it needs no confirmation. */
    @Nullable Integer toReadBack(ClientFacts.@Nullable AddressState state, @Nullable Contact contact) {
        boolean settled = state != null && contact != null && state.addressVersion() == contact.addressVersion()
                && state.state() != AddressStateChanged.State.UNCONFIRMED;
        return contact == null || settled || !contact.canBeReadBack() ? null : Integer.valueOf(contact.addressVersion());
    }

    record StopLine(String heard, @Nullable String inForce) {
    }

    List<StopLine> stops(List<StaffStop> stops, @Nullable Contact contact, Locale locale) {
        ZoneId zone = site(contact).zone();
        return stops.stream().map(stop -> new StopLine(Moments.full(stop.heardAt(), zone, locale),
                stop.inForceSince() == null ? null : Moments.full(stop.inForceSince(), zone, locale))).toList();
    }

    /** @param ahead booked and still to come */
    record AppointmentLine(String kind, String status, String startsAt, String site, boolean ahead) {
    }

    List<AppointmentLine> appointments(List<ClientFacts.Appointment> appointments, Instant now, Locale locale) {
        return appointments.stream().map(appointment -> {
            Site site = sites.orDefault(appointment.siteId());
            return new AppointmentLine(
                    words.code("kind", appointment.kind().name(), locale),
                    words.code("status", appointment.status().name(), locale),
                    Moments.full(appointment.startsAt(), site.zone(), locale), site.name(),
                    appointment.status() == AppointmentStatus.BOOKED && appointment.startsAt().isAfter(now));
        }).toList();
    }

    record StepLine(Drawing.Item item, String when, String what, String progress, String shape) {
    }

    record EnrolmentCard(String id, String title, String anchorAt, @Nullable String ended, Drawing drawing,
            List<StepLine> lines) {
    }

    List<EnrolmentCard> enrolments(
            List<ClientFacts.Enrolment> enrolments, @Nullable Contact contact, Instant now, Locale locale) {
        ZoneId zone = site(contact).zone();
        return enrolments.stream().map(enrolment -> {
            List<StepLine> lines = steps(enrolment, zone, locale);
            Duration present = enrolment.endedReason() == null ? Duration.between(enrolment.anchorAt(), now) : null;
            return new EnrolmentCard(enrolment.id().toString(), enrolment.title(),
                    Moments.full(enrolment.anchorAt(), zone, locale),
                    enrolment.endedReason() == null ? null : words.code("reason", enrolment.endedReason(), locale),
                    Drawing.of(lines.stream().map(StepLine::item).toList(), present), lines);
        }).toList();
    }

    private List<StepLine> steps(ClientFacts.Enrolment enrolment, ZoneId zone, Locale locale) {
        List<StepLine> lines = new ArrayList<>();
        enrolment.steps().stream().sorted(Comparator.comparing(ClientFacts.Step::dueAt)).forEach(step -> {
            Drawing.Shape shape = step.email() ? Drawing.Shape.EMAIL : Drawing.Shape.TASK;
            String what = words.code("step", step.key(), locale);
            String progress = words.code("progress", step.progress().name(), locale)
                    + (step.reason() == null ? "" : ": " + words.code("reason", step.reason(), locale));
            Drawing.Item item = new Drawing.Item(lines.size() + 1, shape, state(step.progress()),
                    Duration.between(enrolment.anchorAt(), step.dueAt()), false,
                    what + (step.progress() == ClientFacts.Progress.SKIPPED ? " (" + progress + ")" : ""));
            lines.add(new StepLine(item, Moments.near(step.dueAt(), zone, locale), what, progress,
                    words.code("shape", shape.name(), locale)));
        });
        return lines;
    }

    private static Drawing.State state(ClientFacts.Progress progress) {
        return switch (progress) {
            case DONE -> Drawing.State.DONE;
            case SKIPPED -> Drawing.State.SKIPPED;
            case PENDING -> Drawing.State.PLANNED;
        };
    }

    record EntryLine(Instant instant, String at, String text) {
    }

    List<EntryLine> entries(List<TimelineEntry> entries, @Nullable Contact contact, Locale locale) {
        ZoneId zone = site(contact).zone();
        return entries.stream().map(entry -> new EntryLine(
                entry.at(), Moments.full(entry.at(), zone, locale), words.say(entry, zone, locale))).toList();
    }

    private Site site(@Nullable Contact contact) {
        return contact == null ? sites.defaultSite() : sites.orDefault(contact.siteId());
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
