package org.handrail.followup.whatif.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.followup.publishing.Drafts;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.Templates;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.handrail.followup.whatif.Beginning;
import org.handrail.followup.whatif.Happening;
import org.handrail.followup.whatif.Imagined;
import org.handrail.followup.whatif.Imagined.Consent;
import org.handrail.followup.whatif.Question;
import org.handrail.platform.problem.FieldFault;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a question; refuses it with every fault at once. Thread-safe. */
final class QuestionReader {

    private final Schedules schedules;
    private final Drafts drafts;
    private final Sites sites;
    private final ScheduleReader definitions;

    QuestionReader(Schedules schedules, Drafts drafts, Sites sites, Supplier<Templates> templates) {
        this.schedules = schedules;
        this.drafts = drafts;
        this.sites = sites;
        this.definitions = new ScheduleReader(templates);
    }

    Question read(@Nullable JsonNode body) {
        List<FieldFault> faults = new ArrayList<>();
        Question question = question(new Given(body, "", faults));
        if (question == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return question;
    }

    private @Nullable Question question(Given body) {
        if (body.isAbsent() || body.of("schedule", "definition", "withOthers", "zone", "person", "anchor", "events")
                .isAbsent()) {
            return body.isAbsent() ? body.fault("must be an object") : null;
        }
        ScheduleVersion schedule = schedule(body);
        boolean withOthers = body.field("withOthers").flag();
        Site site = site(body.field("person").field("site"));
        ZoneId zone = Optional.ofNullable(body.field("zone").zone()).orElse(site.zone());
        Imagined person = person(body.field("person"), site, zone);
        List<ScheduleVersion> others = withOthers ? schedules.published() : List.of();
        if (schedule == null) {
            return null;
        }
        Beginning beginning = new BeginningReader(schedule.schedule().anchor(), zone).read(body.field("anchor"));
        if (beginning == null) {
            return null;
        }
        List<Happening> events = new HappeningReader(schedule, others, beginning, zone).read(body.field("events"));
        return new Question(schedule, others, person, beginning, events);
    }

    private @Nullable ScheduleVersion schedule(Given body) {
        Given stored = body.field("schedule").of("id", "version", "draft");
        Given definition = body.field("definition");
        if (stored.isAbsent() == definition.isAbsent()) {
            return stored.fault("must be given, or else a definition");
        }
        return stored.isAbsent() ? defined(definition) : stored(stored);
    }

    private @Nullable ScheduleVersion stored(Given given) {
        String id = given.field("id").text();
        Integer version = given.field("version").number(1, Integer.MAX_VALUE);
        Integer draft = given.field("draft").number(1, Integer.MAX_VALUE);
        if (version != null && draft != null) {
            return given.field("draft").fault("does not go with a version");
        }
        if (id == null) {
            return given.field("id").isAbsent() ? given.field("id").fault("must be given") : null;
        }
        if (draft != null) {
            return drafts.find(id, draft).map(found -> next(definitions.read(found.definition())))
                    .orElseGet(() -> given.fault("is not a draft of the schedule"));
        }
        Stream<ScheduleVersion> found = version == null
                ? schedules.published().stream().filter(each -> each.id().equals(id))
                : schedules.find(id, version).stream();
        return found.findFirst().orElseGet(() -> given.fault(
                version == null ? "is not a published schedule" : "is not a version of a schedule"));
    }

    /** One version higher than those in store: what it would become. */
    private ScheduleVersion next(Schedule schedule) {
        int newest = schedules.versions(schedule.id()).stream().mapToInt(ScheduleVersion::version).max().orElse(0);
        return new ScheduleVersion(schedule, newest + 1);
    }

    private @Nullable ScheduleVersion defined(Given given) {
        JsonNode node = given.node();
        if (node == null || !node.isObject() && !node.isString()) {
            return given.fault("must be a schedule: an object, or its text");
        }
        try {
            Schedule schedule = node.isString() ? text(node.stringValue()) : definitions.read(node.toString());
            return next(schedule);
        } catch (InvalidSchedule e) {
            e.faults().forEach(fault -> given.faults().add(
                    new FieldFault(given.path() + fault.path(), fault.reason())));
            return null;
        }
    }

    private Schedule text(String text) {
        return definitions.read(text, text.stripLeading().startsWith("{") ? Notation.JSON : Notation.YAML);
    }

    private Site site(Given given) {
        String id = given.text();
        if (id == null) {
            return sites.defaultSite();
        }
        return sites.find(id).orElseGet(() -> {
            given.fault("is not a site");
            return sites.defaultSite();
        });
    }

    private static Imagined person(Given given, Site site, ZoneId zone) {
        given.of("zone", "site", "language", "address", "consents", "onBehalf", "earlierNoShows");
        Integer noShows = given.field("earlierNoShows").number(0, 20);
        return new Imagined(given.field("zone").text(), site.id(),
                Optional.ofNullable(given.field("language").oneOf(Language.class)).orElse(Language.EN),
                Optional.ofNullable(given.field("address").oneOf(Imagined.Address.class))
                        .orElse(Imagined.Address.CONFIRMED),
                consents(given.field("consents"), zone), given.field("onBehalf").flag(), noShows == null ? 0 : noShows);
    }

    /** Not said: to everything. */
    private static List<Consent> consents(Given given, ZoneId zone) {
        return given.isAbsent() ? Stream.of(Purpose.values()).map(each -> new Consent(each, null, null)).toList()
                : given.list(20, each -> consent(each, zone));
    }

    private static @Nullable Consent consent(Given given, ZoneId zone) {
        given.of("purpose", "from", "until");
        Purpose purpose = given.field("purpose").oneOf(Purpose.class);
        Instant from = given.field("from").moment(zone);
        Instant until = given.field("until").moment(zone);
        if (from != null && until != null && !from.isBefore(until)) {
            given.field("until").fault("must be after from");
        }
        if (purpose == null) {
            return given.field("purpose").isAbsent() ? given.field("purpose").fault("must be given") : null;
        }
        return new Consent(purpose, from, until);
    }
}
