package org.handrail.followup.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Over every zone that the running JDK knows, from 1970 to 2100. */
class TimeProperties {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final long FIRST = Instant.parse("1970-01-03T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2100-12-30T00:00:00Z").getEpochSecond();
    private static final SendWindow WINDOW = SendWindow.DEFAULT;

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(FIRST, LAST).map(Instant::ofEpochSecond);
    }

    /** Near a transition of the zone, where it is hard; as it is where there is none. */
    private static Instant near(Instant instant, ZoneId zone, int minutes) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        return next == null || next.getInstant().getEpochSecond() > LAST ? instant
                : next.getInstant().plus(Duration.ofMinutes(minutes));
    }

    @Property(tries = 5000)
    void aWallTimeThatExistsIsReadAsItself(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant about, @ForAll @IntRange(min = -3000, max = 3000) int off) {
        LocalDateTime wall = LocalDateTime.ofInstant(near(about, zone, off), zone);

        Instant read = WallClock.instantOf(wall, zone);

        assertThat(LocalDateTime.ofInstant(read, zone)).isEqualTo(wall);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        assertThat(offsets).allSatisfy(offset -> assertThat(read).isBeforeOrEqualTo(wall.toInstant(offset)));
    }

    @Property(tries = 5000)
    void aSkippedWallTimeIsReadAsTheFirstInstantAfterTheGap(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant about) {
        ZoneOffsetTransition gap = zone.getRules().nextTransition(about);
        Assume.that(gap != null && gap.isGap() && gap.getInstant().getEpochSecond() < LAST);

        Instant read = WallClock.instantOf(gap.getDateTimeBefore().plus(gap.getDuration().dividedBy(2)), zone);

        assertThat(read).isEqualTo(gap.getInstant());
        assertThat(LocalDateTime.ofInstant(read, zone)).isEqualTo(gap.getDateTimeAfter());
    }

    @Property(tries = 5000)
    void laterWallTimesAreNeverReadAsEarlierInstants(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant about, @ForAll @IntRange(min = -3000, max = 3000) int off,
            @ForAll @IntRange(max = 4000) int later) {
        LocalDateTime wall = LocalDateTime.ofInstant(near(about, zone, off), ZoneOffset.UTC);

        assertThat(WallClock.instantOf(wall.plusMinutes(later), zone))
                .isAfterOrEqualTo(WallClock.instantOf(wall, zone));
    }

    @Property(tries = 5000)
    void whatIsMovedIntoAWindowIsInItAndBeforeTheDeadline(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant about, @ForAll @IntRange(min = -3000, max = 3000) int off,
            @ForAll @IntRange(min = 1, max = 4000) int left, @ForAll @IntRange(max = 4000) int known) {
        Instant due = near(about, zone, off);
        Instant deadline = due.plus(Duration.ofMinutes(left));
        Instant earliest = due.minus(Duration.ofMinutes(known));

        Optional<Instant> fitted = WINDOW.fit(due, earliest, deadline, zone);

        fitted.ifPresent(at -> {
            assertThat(WINDOW.contains(at, zone)).isTrue();
            assertThat(at).isBefore(deadline).isAfterOrEqualTo(earliest);
        });
        if (WINDOW.contains(due, zone)) {
            assertThat(fitted).contains(due);
        }
    }

    @Property(tries = 5000)
    void withoutADeadlineThereIsAlwaysAWindowSoon(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant about, @ForAll @IntRange(min = -3000, max = 3000) int off) {
        Instant due = near(about, zone, off);

        Optional<Instant> fitted = WINDOW.fit(due, due, null, zone);

        assertThat(fitted).hasValueSatisfying(at -> assertThat(at)
                .isAfterOrEqualTo(due).isBefore(due.plus(Duration.ofHours(14 + 26))));
    }
}
