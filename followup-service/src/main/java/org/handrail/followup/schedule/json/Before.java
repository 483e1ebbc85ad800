package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.time.LocalTime;
import org.handrail.followup.schedule.Offset;

/**
 * How long before its anchor a step lies, as far as the offset alone tells: on the wall clock it depends on the
 * anchor's own time of day, and days may have more or fewer hours than 24.
 *
 * @param least negative for after
 */
record Before(Duration least, Duration most) {

    private static final Duration CLOCK_CHANGE = Duration.ofHours(3);
    private static final Duration YEARS = Duration.ofDays(10_000);

    static boolean isBefore(Offset offset) {
        return offset instanceof Offset.Elapsed elapsed && elapsed.by().isNegative()
                || offset instanceof Offset.Local local && local.days() < 0
                || offset instanceof Offset.Daily;
    }

    static boolean isAfter(Offset offset) {
        return offset instanceof Offset.Elapsed elapsed && !elapsed.by().isNegative()
                || offset instanceof Offset.Local local && local.days() > 0;
    }

    static Before of(Offset offset) {
        if (offset instanceof Offset.Elapsed elapsed) {
            return new Before(elapsed.by().negated(), elapsed.by().negated());
        }
        if (offset instanceof Offset.Local local) {
            Duration day = Duration.ofDays(-local.days()).minus(Duration.between(LocalTime.MIN, local.at()));
            return new Before(day.minus(CLOCK_CHANGE), day.plusDays(1).plus(CLOCK_CHANGE));
        }
        if (offset instanceof Offset.Daily daily) {
            return new Before(daily.whileWaitOver(), YEARS);
        }
        return offset instanceof Offset.AtOnce ? new Before(Duration.ZERO, YEARS)
                : new Before(YEARS.negated(), Duration.ZERO);
    }
}
