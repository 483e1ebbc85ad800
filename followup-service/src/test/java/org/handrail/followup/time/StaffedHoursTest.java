package org.handrail.followup.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.site.Site;
import org.handrail.platform.site.Site.Hours;
import org.junit.jupiter.api.Test;

class StaffedHoursTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final StaffedHours staffed = hours(Map.of(
            FRIDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Hours(LocalTime.of(13, 0), LocalTime.of(17, 0))),
            MONDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))), Set.of(LocalDate.of(2026, 3, 9)));

    @Test
    void waitsForTheNextShiftPastWeekendAndHoliday() {
        assertThat(staffed.next(at("2026-03-06T11:00"))).isEqualTo(at("2026-03-06T11:00"));
        assertThat(staffed.next(at("2026-03-06T12:00"))).isEqualTo(at("2026-03-06T13:00"));
        assertThat(staffed.next(at("2026-03-06T17:00"))).isEqualTo(at("2026-03-13T09:00"));
    }

    @Test
    void countsOnlyStaffedTime() {
        assertThat(staffed.plus(at("2026-03-06T11:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-06T14:00"));
        assertThat(staffed.plus(at("2026-03-06T16:50"), Duration.ofMinutes(15))).isEqualTo(at("2026-03-13T09:05"));
        assertThat(staffed.plus(at("2026-03-02T03:00"), Duration.ofHours(8))).isEqualTo(at("2026-03-02T17:00"));
    }

    @Test
    void findsTheLastHourBefore() {
        assertThat(staffed.lastHourBefore(at("2026-03-08T09:00"))).contains(at("2026-03-06T16:00"));
        assertThat(staffed.lastHourBefore(at("2026-03-06T17:00"))).contains(at("2026-03-06T16:00"));
    }

    @Test
    void takesASiteWithoutHoursToBeAlwaysStaffed() {
        StaffedHours never = hours(Map.of(), Set.of());
        Instant sunday = at("2026-03-08T03:00");

        assertThat(never.next(sunday)).isEqualTo(sunday);
        assertThat(never.plus(sunday, Duration.ofHours(4))).isEqualTo(sunday.plus(Duration.ofHours(4)));
    }

    @Test
    void losesTheHourThatAShiftLosesInSpring() {
        StaffedHours nights = hours(Map.of(SUNDAY, List.of(new Hours(LocalTime.of(1, 0), LocalTime.of(5, 0)))), Set.of());

        assertThat(nights.plus(at("2026-03-08T01:00"), Duration.ofHours(3))).isEqualTo(at("2026-03-08T05:00"));
    }

    private static StaffedHours hours(Map<DayOfWeek, List<Hours>> hours, Set<LocalDate> holidays) {
        return new StaffedHours(new Site("s", ZONE, "Front Desk", "+1", hours, holidays));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
