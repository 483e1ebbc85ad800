package org.handrail.followup.console.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Places offsets on a line, close to zero finely and far from it coarsely: minutes and months fit the same picture.
 * The same distance before and after zero is drawn alike.
 */
final class Scale {

    private static final int CLOSEST_TICKS = 54;
    private static final List<Duration> TICKS = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3),
            Duration.ofDays(7), Duration.ofDays(14), Duration.ofDays(30), Duration.ofDays(60), Duration.ofDays(90),
            Duration.ofDays(180), Duration.ofDays(365));

    /** Below this, in seconds, the line is nearly even. */
    private final double grain;
    private final double first;
    private final double last;
    private final int from;
    private final int to;

    /** @param from the leftmost x, {@code to} the rightmost */
    Scale(Collection<Duration> offsets, int from, int to) {
        this.from = from;
        this.to = to;
        this.grain = offsets.stream().map(Duration::abs).filter(offset -> !offset.isZero())
                .min(Comparator.naturalOrder()).map(least -> Math.max(300.0, least.toSeconds() / 2.0)).orElse(3600.0);
        this.first = Math.min(0, offsets.stream().mapToDouble(this::bend).min().orElse(0));
        double end = Math.max(0, offsets.stream().mapToDouble(this::bend).max().orElse(0));
        this.last = end == first ? first + 1 : end;
    }

    private double bend(Duration offset) {
        return Math.signum(offset.toSeconds()) * Math.log1p(Math.abs(offset.toSeconds()) / grain);
    }

    int x(Duration offset) {
        double share = (bend(offset) - first) / (last - first);
        return (int) Math.round(from + Math.max(0, Math.min(1, share)) * (to - from));
    }

    int zero() {
        return x(Duration.ZERO);
    }

    /** From zero outwards, none closer to another than is readable. */
    List<Duration> ticks() {
        List<Duration> chosen = new ArrayList<>();
        chosen.add(Duration.ZERO);
        TICKS.stream().flatMap(tick -> Stream.of(tick.negated(), tick))
                .filter(tick -> bend(tick) >= first - 0.01 && bend(tick) <= last + 0.01)
                .filter(tick -> chosen.stream().noneMatch(other -> Math.abs(x(other) - x(tick)) < CLOSEST_TICKS))
                .forEach(chosen::add);
        chosen.sort(Comparator.naturalOrder());
        return chosen;
    }
}
