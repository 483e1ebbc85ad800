package org.handrail.followup.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void placesMinutesAndMonthsInOrderAndApart() {
        List<Duration> offsets = Stream.of(15, 120, 24 * 60, 7 * 24 * 60, 90 * 24 * 60).map(Duration::ofMinutes).toList();
        Scale scale = new Scale(offsets, 40, 920);

        List<Integer> places = offsets.stream().map(scale::x).toList();

        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(scale.zero()).isEqualTo(40);
        assertThat(places.get(4)).isEqualTo(920);
        assertThat(places.get(0)).isGreaterThan(70);
    }

    @Test
    void drawsTheSameDistanceBeforeAndAfterAlike() {
        Scale scale = new Scale(List.of(Duration.ofDays(-3), Duration.ofDays(3)), 0, 900);

        assertThat(scale.x(Duration.ofHours(1)) - scale.zero()).isEqualTo(scale.zero() - scale.x(Duration.ofHours(-1)));
    }

    @Test
    void keepsTicksReadable() {
        Scale scale = new Scale(List.of(Duration.ofDays(-30), Duration.ofMinutes(15), Duration.ofDays(90)), 40, 920);

        List<Integer> ticks = scale.ticks().stream().map(scale::x).sorted(Comparator.naturalOrder()).toList();

        assertThat(ticks).hasSizeGreaterThan(5);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i) - ticks.get(i - 1)).isGreaterThanOrEqualTo(54);
        }
    }

    @Test
    void copesWithNothingButTheAnchor() {
        Scale scale = new Scale(List.of(Duration.ZERO), 40, 920);

        assertThat(scale.x(Duration.ZERO)).isBetween(40, 920);
    }
}
