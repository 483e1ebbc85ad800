package org.handrail.followup.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.handrail.followup.enrolment.ChangingVersions;
import org.handrail.followup.enrolment.ChangingVersions.StepChange;
import org.handrail.followup.enrolment.ChangingVersions.Stays;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.enrolment.Surroundings;
import org.handrail.followup.publishing.Enrolled.Seen;
import org.handrail.followup.schedule.Edit;
import org.handrail.followup.schedule.Fault;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.time.ClientZone;
import org.jspecify.annotations.Nullable;

/** Says what publishing would do, by asking the rules that do it. Thread-safe. */
public final class Previewing {

    /** How many enrolments a page of people looks at, at a time. */
    private static final int LOOKED_AT = 500;

    /** And in all: a page that looks for the few among a million says how far it came, and takes no minutes. */
    private static final int MOST_LOOKED_AT = 20_000;

    private final Enrolled enrolled;
    private final Schedules schedules;
    private final OpeningCases opening;
    private final Clock clock;

    public Previewing(Enrolled enrolled, Schedules schedules, OpeningCases opening, Clock clock) {
        this.enrolled = enrolled;
        this.schedules = schedules;
        this.opening = opening;
        this.clock = clock;
    }

    /** One person's change, and what stays. */
    public record Person(
            UUID enrolmentId, UUID clientId, int version, @Nullable Stays stays, List<StepChange> changes) {
    }

    /**
     * Some of those who were looked for.
     *
     * @param next go on after this enrolment; null: there are no more. A page may have fewer people than asked for, or
     *             none, and still others may follow
     */
    public record People(List<Person> people, @Nullable UUID next) {
    }

    /**
     * One person's steps before and after.
     *
     * @param now   as they stand
     * @param then  as they would stand
     */
    public record SideBySide(Person person, List<DueStep> now, List<DueStep> then) {
    }

    /** What does not fit between a definition, the versions before it and the choice; empty: it may be published. */
    public List<Fault> faults(Schedule schedule, Choice choice) {
        List<Fault> faults = new ArrayList<>();
        schedules.versions(schedule.id()).stream().map(ScheduleVersion::schedule).map(Schedule::anchor)
                .filter(anchor -> choice.mode() != Choice.Mode.KEEP && anchor.event() != schedule.anchor().event())
                .findFirst()
                .ifPresent(anchor -> faults.add(new Fault("/anchor/event", "must stay " + anchor.event()
                        + ", which those enrolled count from, or else they keep their version")));
        if (choice.mode() == Choice.Mode.MOVE_BEFORE && schedules.versions(schedule.id()).stream()
                .noneMatch(version -> version.schedule().step(String.valueOf(choice.step())).isPresent())) {
            faults.add(new Fault("/step", "is no step of any version of this schedule"));
        }
        return faults;
    }

    /** For everybody enrolled in earlier versions, as of now. A million people take seconds. */
    public Preview preview(Schedule schedule, int draft, int revision, Choice choice) {
        Instant asOf = clock.instant();
        return new Preview(UUID.randomUUID(), schedule.id(), draft, revision, choice, asOf,
                choice.mode() == Choice.Mode.KEEP ? Counts.NONE : counts(schedule, choice, asOf));
    }

    private Counts counts(Schedule schedule, Choice choice, Instant asOf) {
        Look look = look(schedule, choice, asOf);
        Tally tally = new Tally();
        enrolled.each(look.edits().wanted(choice.terms()), seen -> {
            Person person = look.at(seen);
            if (person.stays() != null) {
                tally.stays(person.version(), person.stays());
            } else {
                tally.moves(person.enrolmentId(), person.version(), person.changes());
            }
        });
        return tally.counts();
    }

    /**
     * Some of those whom an edit does something to, or nothing, in order of enrolment.
     *
     * @param after the last one that the page before looked at; null: from the first
     */
    public People people(
            Schedule schedule, Choice choice, Instant asOf, Predicate<Person> wanted, @Nullable UUID after, int size) {
        Look look = look(schedule, choice, asOf);
        List<Person> found = new ArrayList<>();
        UUID reached = after;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += LOOKED_AT) {
            List<Seen> page = page(look, choice, reached);
            for (Seen seen : page) {
                Person person = look.at(seen);
                reached = person.enrolmentId();
                if (wanted.test(person)) {
                    found.add(person);
                }
                if (found.size() == size) {
                    return new People(found, reached);
                }
            }
            if (page.size() < LOOKED_AT) {
                return new People(found, null);
            }
        }
        return new People(found, reached);
    }

    private List<Seen> page(Look look, Choice choice, @Nullable UUID after) {
        return enrolled.page(look.edits().wanted(choice.terms()), after, LOOKED_AT);
    }

    /** Empty when nobody of that id is in an earlier version of the schedule. */
    public Optional<SideBySide> person(Schedule schedule, Choice choice, Instant asOf, UUID enrolmentId) {
        Look look = look(schedule, choice, asOf);
        return enrolled.one(look.edits().wanted(choice.terms()), enrolmentId).map(seen -> {
            Person person = look.at(seen);
            Map<DueStep.Key, DueStep> then = new HashMap<>();
            seen.enrolment().steps().forEach(row -> then.put(row.id(), row));
            person.changes().stream().map(StepChange::after)
                    .forEach(row -> {
                        if (row != null) {
                            then.put(row.id(), row);
                        }
                    });
            return new SideBySide(person, byTime(seen.enrolment().steps()), byTime(then.values()));
        });
    }

    private static List<DueStep> byTime(Collection<DueStep> rows) {
        return rows.stream().sorted(Comparator.comparing(DueStep::at).thenComparing(DueStep::key)).toList();
    }

    private Look look(Schedule schedule, Choice choice, Instant asOf) {
        Edits edits = Edits.to(schedule, Integer.MAX_VALUE, schedules.versions(schedule.id()));
        return new Look(edits, choice, opening.around(asOf));
    }

    /** A look at one person after another; zones are looked up once. */
    private static final class Look {

        private final Edits edits;
        private final Choice choice;
        private final Surroundings around;
        private final Map<Place, ClientZone> zones = new HashMap<>();

        private record Place(@Nullable String zone, String site) {
        }

        Look(Edits edits, Choice choice, Surroundings around) {
            this.edits = edits;
            this.choice = choice;
            this.around = around;
        }

        Edits edits() {
            return edits;
        }

        Person at(Seen seen) {
            Enrolment enrolment = seen.enrolment();
            Enrolment.Origin origin = enrolment.origin();
            Edit edit = edits.from().get(origin.scheduleVersion());
            if (edit == null) {
                throw new IllegalStateException("version " + origin.scheduleVersion() + " is missing");
            }
            Stays stays = choice.mode() == Choice.Mode.KEEP ? null
                    : ChangingVersions.stays(enrolment, edit, seen.kind(), choice.terms());
            List<StepChange> changes = stays != null || choice.mode() == Choice.Mode.KEEP ? List.of()
                    : ChangingVersions.change(enrolment, zone(seen), edit, edits.version(), choice.terms(), around);
            return new Person(origin.id(), origin.clientId(), origin.scheduleVersion(), stays, changes);
        }

        private ClientZone zone(Seen seen) {
            return zones.computeIfAbsent(new Place(seen.zone(), seen.enrolment().origin().siteId()),
                    place -> ClientZone.of(place.zone(), around.sites().orDefault(place.site()).zone()));
        }
    }
}
