package org.handrail.standalone.bench.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.followup.schedule.Moment;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Timetable;
import org.handrail.followup.time.SendWindow;
import org.handrail.platform.site.Site;
import org.jspecify.annotations.Nullable;

/** Lives in one version of a schedule at one moment, the same for the same seed. */
public final class Lives {

    private static final List<String> ZONES =
            List.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");
    private static final LocalTime FIRST_START = LocalTime.of(9, 0);
    private static final int STARTS_A_DAY = 16;
    private static final int MINUTES_BETWEEN_STARTS = 30;
    private static final int LONGEST_BOOKED_HOURS = 240;
    private static final Duration LOOK_BACK = Duration.ofDays(20);
    private static final Duration LOOK_STEP = Duration.ofMinutes(7);

    private final ScheduleVersion schedule;
    private final Site site;
    private final Instant now;
    private final Random random;
    private final List<String> zones;

    public Lives(ScheduleVersion schedule, Site site, Instant now, long seed) {
        this(schedule, site, now, seed, ZONES);
    }

    /** @param zones that the clients live in */
    public Lives(ScheduleVersion schedule, Site site, Instant now, long seed, List<String> zones) {
        this.zones = List.copyOf(zones);
        this.schedule = schedule;
        this.site = site;
        this.now = now;
        this.random = new Random(seed);
    }

    /** Appointments that start on one of the coming days, in office hours, each with the steps still ahead pending. */
    public List<Life> appointments(int count, int firstDay, int lastDay) {
        return IntStream.range(0, count).mapToObj(i -> {
            int days = firstDay + random.nextInt(lastDay - firstDay + 1);
            return appointment(days, random.nextInt(STARTS_A_DAY), zone());
        }).toList();
    }

    /** Facts that came in between so long and so long ago. */
    public List<Life> since(int count, Duration shortest, Duration longest) {
        long span = longest.minus(shortest).toSeconds();
        return IntStream.range(0, count).mapToObj(i -> {
            Instant at = now.minus(shortest).minusSeconds(span == 0 ? 0 : (long) (random.nextDouble() * span));
            return life(at, at, null, zone());
        }).toList();
    }

    /** Appointments of which just this step is due now. */
    public List<Life> appointmentsDue(String step, String zone) {
        return IntStream.rangeClosed(0, (int) LOOK_BACK.toDays()).boxed()
                .flatMap(days -> IntStream.range(0, STARTS_A_DAY).mapToObj(start -> appointment(days, start, zone)))
                .flatMap(life -> life.withOnly(step, now).stream())
                .toList();
    }

    /** Facts of which just this step is due now. */
    public List<Life> factsDue(String step, String zone) {
        return Stream.iterate(LOOK_STEP, ago -> ago.plus(LOOK_STEP)).limit(LOOK_BACK.dividedBy(LOOK_STEP))
                .map(now::minus)
                .flatMap(at -> life(at, at, null, zone).withOnly(step, now).stream())
                .toList();
    }

    private Life appointment(int days, int start, String zone) {
        LocalDate day = now.atZone(site.zone()).toLocalDate().plusDays(days);
        Instant anchor = day.atTime(FIRST_START.plusMinutes((long) start * MINUTES_BETWEEN_STARTS))
                .atZone(site.zone()).toInstant();
        Instant booked = now.minus(Duration.ofDays(1)).minus(Duration.ofHours(random.nextInt(LONGEST_BOOKED_HOURS)));
        return life(anchor, booked, booked, zone);
    }

    private Life life(Instant anchor, Instant knownAt, @Nullable Instant bookedAt, String zone) {
        Moment moment = new Moment(anchor, knownAt, ZoneId.of(zone), site, SendWindow.DEFAULT, bookedAt, false, false,
                null, null);
        return new Life(anchor, knownAt, bookedAt, zone, Timetable.plan(schedule.schedule(), moment), now);
    }

    private String zone() {
        return zones.get(random.nextInt(zones.size()));
    }
}
