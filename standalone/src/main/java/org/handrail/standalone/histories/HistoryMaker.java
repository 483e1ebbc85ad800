package org.handrail.standalone.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.ContactMeans;
import org.handrail.contract.Event;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.contract.intake.CallEnded;
import org.handrail.contract.intake.ClientAdmitted;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.contract.intake.InquiryReceived.Relationship;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.queue.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** Makes the history of a seed. */
final class HistoryMaker {

    static final ZoneId SITE = ZoneId.of("America/New_York");
    private static final String[] ZONES = {"America/New_York", "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu"};
    private static final TaskOutcome[] OUTCOMES = {TaskOutcome.REACHED, TaskOutcome.DONE, TaskOutcome.DONE,
        TaskOutcome.BOOKED, TaskOutcome.STOP_SAID, TaskOutcome.WRONG_PERSON};
    private static final Change[] TURNS = {Change.MOVED, Change.MOVED, Change.MOVED, Change.CANCELLED, Change.NO_SHOW,
        Change.ARRIVED, Change.ENTERED_IN_ERROR};

    private final long seed;
    private final Random random;
    private final UUID client;
    private final Instant start;
    private final List<Act> acts = new ArrayList<>();
    private final Set<Instant> starts = new HashSet<>();
    private final Set<Instant> moments = new HashSet<>();

    HistoryMaker(long seed) {
        this.seed = seed;
        // seeds next to each other would begin alike
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.client = id();
        this.start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)).atTime(random.nextInt(24), random.nextInt(60))
                .atZone(SITE).toInstant();
    }

    History history() {
        introduce();
        times(3, this::visit);
        times(2, this::inquiry);
        times(3, this::call);
        times(1, () -> told(moment(25), at -> new ClientAdmitted(client, id(), at, "main")));
        ledger();
        times(2, () -> acts.add(new Act.Outage(moment(20), start)));
        times(4, () -> acts.add(new Act.Completed(moment(20), random.nextInt(5), OUTCOMES[random.nextInt(6)])));
        acts.replaceAll(act -> act instanceof Act.Outage outage
                ? new Act.Outage(outage.at(), outage.at().plus(some(3))) : act);
        if (random.nextInt(8) == 0) {
            awayAndBackAfterTheReminder();
        }
        new EditMaker(random, this::momentOfAnEdit).edits(random.nextInt(3)).forEach(acts::add);
        acts.sort(Comparator.comparing(Act::at));
        return new History(seed, start, acts, Stream.generate(() ->
                random.nextInt(4) == 0 ? some(2) : Duration.ZERO).limit(40).toList());
    }

    private void introduce() {
        Duration late = random.nextInt(8) == 0 ? some(1) : Duration.ZERO;
        acts.add(new Act.Told(start.plus(late), contact(1, someZone())));
        Instant moved = moment(15);
        for (int version = 2; random.nextInt(3) == 0; version++) {
            acts.add(new Act.Told(moved.plus(random.nextInt(3) == 0 ? some(9) : Duration.ZERO),
                    contact(version, someZone())));
            moved = moved.plus(some(9)).plusSeconds(1);
        }
        if (random.nextInt(8) > 0) {
            tell(random.nextInt(4) == 0 ? some(3) : Duration.ZERO,
                    new AddressStateChanged(client, 1, AddressStateChanged.State.CONFIRMED, "test", start));
        }
        if (random.nextInt(8) == 0) {
            acts.add(new Act.Told(moment(20).plus(Duration.ofDays(3)),
                    new AddressStateChanged(client, 1, AddressStateChanged.State.SUPPRESSED, "test", start)));
        }
    }

    /** Versions of an appointment: moved, back, twice in a second, called off, on again, by mistake. */
    private void visit() {
        UUID id = id();
        AppointmentKind kind = AppointmentKind.values()[random.nextInt(2)];
        Instant when = moment(8);
        Instant booked = when;
        LocalDateTime startsAt = someStart(when);
        LocalDateTime first = startsAt;
        AppointmentStatus status = AppointmentStatus.BOOKED;
        int versions = 1 + random.nextInt(6);
        for (int version = 1; version <= versions; version++) {
            Change change = version == 1 ? Change.BOOKED : status == AppointmentStatus.BOOKED
                    ? TURNS[random.nextInt(TURNS.length)] : Change.REBOOKED;
            if (change == Change.MOVED || change == Change.REBOOKED && random.nextBoolean()) {
                startsAt = random.nextInt(3) == 0 ? first : someStart(when);
            }
            status = status(change);
            AppointmentChanged now = new AppointmentChanged(client, id, version, change, status, kind, startsAt,
                    SITE.getId(), startsAt.atZone(SITE).toInstant(), "main", booked, when, null);
            told(when, at -> now);
            when = unique(when.plusSeconds(1).plus(random.nextInt(3) == 0 ? Duration.ZERO : some(6)));
        }
    }

    private LocalDateTime someStart(Instant when) {
        while (true) {
            LocalDate day = starts.isEmpty() || random.nextInt(3) > 0
                    ? when.atZone(SITE).toLocalDate().plusDays(random.nextInt(22)) : dayOfAnother();
            LocalDateTime some = day
                    .atTime(9 + random.nextInt(10), random.nextInt(60));
            if (starts.add(some.atZone(SITE).toInstant())) {
                return some;
            }
        }
    }

    private LocalDate dayOfAnother() {
        return starts.stream().sorted().skip(random.nextInt(starts.size())).findFirst().orElseThrow()
                .atZone(SITE).toLocalDate();
    }

    /** Often on the day before a start, when reminders have gone, wait, or have been put off. */
    private Instant momentOfAnEdit() {
        return starts.isEmpty() || random.nextBoolean() ? moment(20) : unique(dayOfAnother().minusDays(1).atTime(9, 0)
                .atZone(SITE).toInstant().plus(Duration.ofMinutes(random.nextInt(23 * 60))));
    }

    /** The client travels west, so that the time of a reminder that went comes once more. */
    private void awayAndBackAfterTheReminder() {
        UUID id = id();
        LocalDateTime startsAt = someStart(start.plus(Duration.ofDays(2)));
        Instant booked = unique(start.plusSeconds(30));
        Instant travels = startsAt.toLocalDate().minusDays(1).atTime(9, 0).atZone(ZoneId.of(ZONES[2])).toInstant()
                .plus(Duration.ofMinutes(1 + random.nextInt(500)));
        Change[] changes = {Change.BOOKED, Change.MOVED, Change.MOVED};
        for (int version = 1; version <= 3; version++) {
            LocalDateTime at = version == 2 ? startsAt.plusDays(1 + random.nextInt(3)) : startsAt;
            Instant when = version == 1 ? booked : unique(travels.plusSeconds(version));
            acts.add(new Act.Told(when, new AppointmentChanged(client, id, version, changes[version - 1],
                    AppointmentStatus.BOOKED, AppointmentKind.THERAPY, at, SITE.getId(), at.atZone(SITE).toInstant(),
                    "main", booked, when, null)));
        }
        acts.add(new Act.Told(start, contact(100, ZONES[2])));
        acts.add(new Act.Told(travels, contact(101, ZONES[1])));
    }

    private ContactChanged contact(int version, @Nullable String zone) {
        return new ContactChanged(client, version, false, null, null, "somebody@example.org", 1, null, Language.EN, zone,
                "main", List.of());
    }

    private @Nullable String someZone() {
        return random.nextInt(5) == 0 ? null : ZONES[random.nextInt(4)];
    }

    private static AppointmentStatus status(Change change) {
        return switch (change) {
            case BOOKED, MOVED, REBOOKED -> AppointmentStatus.BOOKED;
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case NO_SHOW -> AppointmentStatus.NO_SHOW;
            case ARRIVED -> AppointmentStatus.ARRIVED;
            case ENTERED_IN_ERROR -> AppointmentStatus.ENTERED_IN_ERROR;
        };
    }

    private void inquiry() {
        UUID id = id();
        told(moment(20), at -> new InquiryReceived(client, id, at, Relationship.SELF, ContactMeans.PHONE, false, "main",
                List.of()));
    }

    private void call() {
        UUID id = id();
        boolean answered = random.nextInt(3) == 0;
        told(moment(20), at -> new CallEnded(client, id, at, answered, true, answered ? "completed" : "no-answer", "main"));
    }

    /** Preferences in the order of their versions, and stops, whose own facts take another way. */
    private void ledger() {
        long version = 0;
        Instant told = start;
        for (Purpose purpose : Purpose.values()) {
            if (random.nextInt(6) > 0) {
                acts.add(new Act.Told(start, preference(++version, purpose, PreferenceChanged.State.IN_FORCE, start,
                        random.nextInt(6) == 0 ? start.plus(some(20)) : null)));
            }
        }
        List<Instant> changes = Stream.generate(() -> moment(20)).limit(random.nextInt(4)).sorted().toList();
        for (Instant at : changes) {
            Purpose purpose = Purpose.values()[random.nextInt(3)];
            boolean stop = random.nextBoolean();
            if (stop) {
                UUID id = id();
                told(at, when -> new StopRequested(client, id, Set.of(purpose), HowGiven.LINK_PAGE, "test", when));
            }
            told = max(told, at.plus(random.nextInt(3) == 0 ? some(2) : Duration.ZERO));
            acts.add(new Act.Told(told, preference(++version, purpose, stop ? PreferenceChanged.State.WITHDRAWN
                    : PreferenceChanged.State.IN_FORCE, at, null)));
        }
    }

    private PreferenceChanged preference(
            long version, Purpose purpose, PreferenceChanged.State state, Instant since, @Nullable Instant until) {
        return new PreferenceChanged(client, version, purpose, state, HowGiven.WEB_FORM, since, until);
    }

    private interface Fact {
        Event at(Instant when);
    }

    /** Now and then late, now and then twice. */
    private void told(Instant when, Fact fact) {
        Instant at = when.plus(random.nextInt(3) == 0 ? some(3) : Duration.ZERO);
        acts.add(new Act.Told(at, fact.at(when)));
        if (random.nextInt(4) == 0) {
            acts.add(new Act.Told(at.plus(some(3)), fact.at(when)));
        }
    }

    private void tell(Duration after, Event fact) {
        acts.add(new Act.Told(start.plus(after), fact));
    }

    private void times(int most, Runnable what) {
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            what.run();
        }
    }

    private Instant moment(int days) {
        return unique(start.plusSeconds(1).plus(some(days)));
    }

    /** No two things count from the same instant, so that it is clear which comes first. */
    private Instant unique(Instant at) {
        Instant free = at;
        while (!moments.add(free)) {
            free = free.plusSeconds(1);
        }
        return free;
    }

    private Duration some(int days) {
        return random.nextInt(4) == 0 ? Duration.ofSeconds(random.nextInt(600))
                : Duration.ofSeconds(random.nextInt(days * 86_400));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
