package org.handrail.followup.whatif;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.followup.enrolment.ShippedInMemory;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.queue.TaskOutcome;
import org.handrail.followup.schedule.Action;
import org.handrail.followup.schedule.Anchor;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.InvalidSchedule;
import org.handrail.followup.schedule.LatePolicy;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.StopEvent;
import org.handrail.followup.schedule.json.Notation;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.handrail.followup.schedule.json.ScheduleWriter;

/** Questions that nobody thought of; the same seed asks the same. */
final class RandomQuestions {

    private static final ShippedInMemory SHIPPED = new ShippedInMemory();
    private static final List<String> ZONES = List.of("America/New_York", "America/Los_Angeles", "Europe/Berlin",
            "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe", "Mars/Olympus", "");

    private final Random random;

    RandomQuestions(long seed) {
        this.random = new Random(seed);
    }

    Question question() {
        ScheduleVersion schedule = random.nextInt(3) == 0
                ? new ScheduleVersion(someSchedule(), 1) : oneOf(SHIPPED.published());
        List<ScheduleVersion> others = random.nextBoolean() ? SHIPPED.published() : List.of();
        Beginning beginning = beginning(schedule.schedule().anchor());
        List<Happening> happenings = new ArrayList<>();
        int booked = 0;
        for (int n = random.nextInt(12); n > 0; n--) {
            Instant at = around(beginning);
            if (random.nextInt(6) == 0) {
                happenings.add(new Happening.Appointment(at, late(at), Happening.Appointment.Turn.BOOKED,
                        "visit-" + ++booked, at.plus(someTime(20)), oneOf(AppointmentKind.values())));
            } else {
                happenings.add(happening(schedule.schedule(), beginning, at));
            }
        }
        return new Question(schedule, others, person(beginning), beginning, happenings);
    }

    private Imagined person(Beginning beginning) {
        String zone = oneOf(ZONES);
        List<Imagined.Consent> consents = Stream.of(Purpose.values()).filter(purpose -> random.nextInt(4) > 0)
                .map(purpose -> new Imagined.Consent(purpose,
                        random.nextInt(4) == 0 ? beginning.knownAt().plus(someTime(3)) : null,
                        random.nextInt(4) == 0 ? beginning.knownAt().plus(someTime(20)).plus(Duration.ofDays(4)) : null))
                .toList();
        return new Imagined(zone.isEmpty() ? null : zone, "main", Language.EN,
                random.nextInt(3) > 0 ? Imagined.Address.CONFIRMED : oneOf(Imagined.Address.values()), consents,
                random.nextInt(8) == 0, random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
    }

    private Beginning beginning(Anchor anchor) {
        Instant at = Instant.parse("2026-03-02T05:00:00Z").plus(someTime(30));
        if (!anchor.event().isAboutAppointment()) {
            return new Beginning(at, late(at), null, anchor.event() == AnchorEvent.DISCHARGE && random.nextBoolean());
        }
        AppointmentKind kind = oneOf(List.copyOf(new java.util.TreeSet<>(anchor.kinds())));
        boolean start = anchor.event() == AnchorEvent.APPOINTMENT;
        Instant booked = at.minus(someTime(25));
        Instant startsAt = anchor.event() == AnchorEvent.CANCELLATION ? at.plus(someTime(9)) : at;
        return new Beginning(at, late(start ? booked : at), new Beginning.Visit(kind, startsAt, booked), false);
    }

    private Instant around(Beginning beginning) {
        Instant from = beginning.appointment() == null ? beginning.at() : beginning.appointment().bookedAt();
        Instant at = from.plus(someTime(28));
        // often within a second of something else
        return random.nextInt(4) == 0 ? beginning.knownAt().plusSeconds(random.nextInt(2)) : at;
    }

    private Instant late(Instant at) {
        return random.nextInt(3) > 0 ? at : at.plus(someTime(2));
    }

    private Happening happening(Schedule schedule, Beginning beginning, Instant at) {
        Instant known = late(at);
        return switch (random.nextInt(beginning.appointment() == null ? 11 : 19)) {
            case 0 -> new Happening.Call(at, known, random.nextBoolean());
            case 1 -> new Happening.Inquiry(at, known);
            case 2 -> new Happening.StopSaid(at, known, EnumSet.of(oneOf(Purpose.values())));
            case 3 -> random.nextBoolean() ? new Happening.Admitted(at, known)
                    : new Happening.Discharged(at, known, random.nextBoolean());
            case 4 -> new Happening.ConsentGiven(at, known, oneOf(Purpose.values()),
                    random.nextBoolean() ? null : at.plus(someTime(9)));
            case 5 -> new Happening.ConsentWithdrawn(at, known, oneOf(Purpose.values()));
            case 6 -> new Happening.AddressConfirmed(at, known);
            case 7 -> new Happening.Bounced(at, known);
            case 8 -> new Happening.ZoneChanged(at, known, oneOf(ZONES.subList(0, 6)));
            case 9 -> new Happening.TaskDone(oneOf(schedule.steps()).key(), oneOf(TaskOutcome.values()), someTime(1));
            case 10 -> new Happening.Outage(at, at.plus(someTime(3)));
            default -> turn(at, known);
        };
    }

    private Happening turn(Instant at, Instant known) {
        Happening.Appointment.Turn turn = oneOf(EnumSet.complementOf(
                EnumSet.of(Happening.Appointment.Turn.BOOKED)).stream().toList());
        boolean elsewhere = turn == Happening.Appointment.Turn.MOVED || random.nextBoolean();
        return new Happening.Appointment(at, known, turn, Happening.FIRST,
                elsewhere ? at.plus(someTime(12)) : null, null);
    }

    private Schedule someSchedule() {
        while (true) {
            try {
                return new ScheduleReader().read(new ScheduleWriter().write(anySchedule(), Notation.JSON));
            } catch (InvalidSchedule e) {
                // another one
            }
        }
    }

    private Schedule anySchedule() {
        AnchorEvent event = oneOf(AnchorEvent.values());
        Set<AppointmentKind> kinds = event.isAboutAppointment() ? EnumSet.allOf(AppointmentKind.class) : Set.of();
        Set<StopEvent> stops = EnumSet.noneOf(StopEvent.class);
        Stream.of(StopEvent.values()).filter(stop -> random.nextInt(3) == 0).forEach(stops::add);
        return new Schedule("made-up-" + Integer.toHexString(random.nextInt()), "Made up", new Anchor(event, kinds), stops,
                IntStream.range(0, 1 + random.nextInt(8)).mapToObj(n -> step("step-" + n, event)).toList());
    }

    private Step step(String key, AnchorEvent event) {
        boolean before = event == AnchorEvent.APPOINTMENT && random.nextInt(4) > 0;
        boolean email = random.nextBoolean() && (event != AnchorEvent.APPOINTMENT || before);
        int sign = before ? -1 : 1;
        Offset offset = switch (random.nextInt(email ? 3 : 5)) {
            case 0 -> new Offset.AtOnce();
            case 1 -> new Offset.Elapsed(someTime(9).multipliedBy(sign));
            case 2 -> new Offset.Local(sign * random.nextInt(9), LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)));
            case 3 -> new Offset.Staffed(Duration.ofMinutes(random.nextInt(2000)));
            default -> before ? new Offset.Daily(LocalTime.of(random.nextInt(24), 30), Duration.ofHours(48))
                    : new Offset.AnotherTimeOfDay(1 + random.nextInt(3));
        };
        Action.Task task = new Action.Task(oneOf(TaskKind.values()), "task.call", oneOf(Priority.values()),
                Duration.ofMinutes(15L * (1 + random.nextInt(40))), random.nextInt(4) == 0);
        Action action = email ? new Action.Email("follow-up-check-in", oneOf(Purpose.values()),
                random.nextBoolean() ? Optional.of(task) : Optional.empty()) : task;
        LatePolicy late = random.nextInt(3) == 0 ? new LatePolicy.Skip()
                : !email && random.nextBoolean() ? new LatePolicy.Always()
                : new LatePolicy.SendWithin(Duration.ofMinutes(1 + random.nextInt(3000)));
        return new Step(key, offset, action, random.nextInt(3) == 0 ? List.of(condition()) : List.of(), late);
    }

    private Condition condition() {
        return switch (random.nextInt(8)) {
            case 0 -> new Condition.BookedMoreThan(someTime(10));
            case 1 -> new Condition.NoShowsAtLeast(1 + random.nextInt(2));
            case 2 -> new Condition.EmailBounced();
            case 3 -> new Condition.ConsentAbsent(oneOf(Purpose.values()));
            case 4 -> new Condition.VisitBookedWithin(Duration.ofDays(7));
            case 5 -> new Condition.Unbooked();
            case 6 -> new Condition.ContactReached();
            default -> new Condition.Not(condition());
        };
    }

    private Duration someTime(int mostDays) {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofDays(random.nextInt(mostDays + 1));
            case 1 -> Duration.ofMinutes(15L * random.nextInt(mostDays * 96 + 1));
            default -> Duration.ofSeconds(random.nextInt(mostDays * 86_400 + 1));
        };
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T oneOf(T[] some) {
        return some[random.nextInt(some.length)];
    }
}
