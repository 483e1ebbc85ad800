package org.handrail.followup.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.Purpose;
import org.handrail.followup.queue.Priority;
import org.handrail.followup.queue.TaskKind;
import org.handrail.followup.time.PartOfDay;
import org.handrail.followup.time.SendWindow;
import org.handrail.followup.time.WallClock;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Site.Hours;

/** Schedules, sites and moments out of a seed: any zone of the running JDK, 1970 to 2100, most near a change of clocks. */
public final class RandomPlans {

    public static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    private static final List<String> HARD = List.of("Pacific/Apia", "Pacific/Kwajalein", "Australia/Lord_Howe",
            "Europe/Dublin", "Africa/Casablanca", "America/New_York", "Pacific/Kiritimati", "Asia/Manila",
            "Antarctica/Troll", "America/Sao_Paulo", "Asia/Gaza", "Africa/El_Aaiun", "Atlantic/Azores", "Asia/Kathmandu");
    private static final long FIRST = Instant.parse("1970-01-10T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2100-11-30T00:00:00Z").getEpochSecond();

    public final Random random;
    public final ZoneId zone;
    public final Site site;

    public RandomPlans(long seed) {
        this.random = new Random(seed);
        this.zone = zone();
        this.site = site();
    }

    private ZoneId zone() {
        return random.nextInt(3) == 0 ? ZoneId.of(HARD.get(random.nextInt(HARD.size())))
                : ZONES.get(random.nextInt(ZONES.size()));
    }

    /** Of the client's zone, or one nearby as far as business goes; open on some days, with breaks and holidays. */
    private Site site() {
        Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int from = random.nextInt(10);
            int until = from + 2 + random.nextInt(12);
            if (random.nextInt(4) > 0) {
                hours.put(day, random.nextBoolean() ? List.of(new Hours(LocalTime.of(from, 0), LocalTime.of(until, 0)))
                        : List.of(new Hours(LocalTime.of(from, 30), LocalTime.of(from + 1, 30)),
                                new Hours(LocalTime.of(from + 1, 45), LocalTime.of(until, 15))));
            }
        }
        return new Site("main", random.nextInt(3) == 0 ? zone() : zone, "Desk", "+1",
                random.nextInt(8) == 0 ? Map.of() : hours, Set.of());
    }

    private Site closedAbout(Instant instant) {
        LocalDate day = WallClock.at(instant, site.zone()).toLocalDate();
        return new Site(site.id(), site.zone(), site.name(), site.phone(), site.hours(),
                Set.of(day.plusDays(random.nextInt(3)), day.minusDays(1 + random.nextInt(3))));
    }

    /** An instant near a transition of the zone, more often than not. */
    public Instant instant() {
        Instant any = Instant.ofEpochSecond(FIRST + (long) (random.nextDouble() * (LAST - FIRST)));
        if (zone.getId().equals("Pacific/Apia") && random.nextBoolean()) {
            return Instant.parse("2011-12-30T10:00:00Z").plusSeconds(60L * (random.nextInt(8000) - 4000));
        }
        ZoneOffsetTransition next = random.nextInt(4) == 0 ? null : zone.getRules().nextTransition(any);
        return next == null || next.getInstant().getEpochSecond() > LAST ? any
                : next.getInstant().plusSeconds(60L * (random.nextInt(16_000) - 4000));
    }

    public Moment moment(AnchorEvent event) {
        Instant anchor = instant();
        boolean appointment = event == AnchorEvent.APPOINTMENT;
        Instant known = appointment ? anchor.minusSeconds(60L * random.nextInt(40_000)) : anchor;
        Instant tried = random.nextBoolean() ? null : anchor.plusSeconds(60L * (random.nextInt(8000) - 4000));
        NextTry next = tried == null || random.nextBoolean() ? null : new NextTry(
                random.nextInt(5) == 0 ? NextTry.onceMore("s" + random.nextInt(6)) : "s" + random.nextInt(6),
                random.nextInt(4), random.nextInt(3) == 0 ? null : PartOfDay.values()[random.nextInt(2)]);
        return new Moment(anchor, known, zone, random.nextInt(3) == 0 ? closedAbout(anchor) : site, SendWindow.DEFAULT,
                appointment ? known : null, false, random.nextBoolean(), tried, next);
    }

    public Schedule schedule(AnchorEvent event) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            boolean email = random.nextInt(3) == 0;
            Offset offset = offset(event, email);
            steps.add(new Step("s" + i, offset, email ? email() : task(offset), List.of(), late(email)));
        }
        return new Schedule("random", "Random", new Anchor(event, event == AnchorEvent.APPOINTMENT
                ? Set.of(AppointmentKind.THERAPY) : Set.of()), Set.of(), steps);
    }

    private Offset offset(AnchorEvent event, boolean email) {
        boolean before = event == AnchorEvent.APPOINTMENT && (email || random.nextInt(3) > 0);
        int sign = before ? -1 : 1;
        return switch (random.nextInt(email ? 3 : 6)) {
            case 0 -> new Offset.AtOnce();
            case 1 -> new Offset.Elapsed(Duration.ofMinutes(sign * (1L + random.nextInt(20_000))));
            case 3 -> before ? new Offset.Daily(time(), Duration.ofHours(1 + random.nextInt(80)))
                    : new Offset.Staffed(Duration.ofMinutes(1L + random.nextInt(4000)));
            case 4 -> before ? new Offset.Local(-random.nextInt(15), time()) : new Offset.AnotherTimeOfDay(1 + random.nextInt(9));
            default -> new Offset.Local(sign * random.nextInt(15), time());
        };
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    }

    private Action task(Offset offset) {
        boolean onCall = (offset instanceof Offset.Elapsed || offset instanceof Offset.Local) && random.nextInt(3) == 0;
        return new Action.Task(TaskKind.values()[random.nextInt(4)], "task.call", Priority.NORMAL, Duration.ofHours(1), onCall);
    }

    private Action email() {
        return random.nextInt(6) == 0 ? new Action.Email("inquiry-receipt", Purpose.RECEIPTS, Optional.empty())
                : new Action.Email("follow-up-check-in", Purpose.FOLLOW_UP, Optional.empty());
    }

    private LatePolicy late(boolean email) {
        return random.nextInt(3) == 0 ? new LatePolicy.Skip() : email || random.nextBoolean()
                ? new LatePolicy.SendWithin(Duration.ofMinutes(1 + random.nextInt(3000))) : new LatePolicy.Always();
    }
}
