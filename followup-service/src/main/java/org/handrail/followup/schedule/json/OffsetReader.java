package org.handrail.followup.schedule.json;

import java.time.Duration;
import java.util.Optional;
import org.handrail.followup.schedule.Offset;

final class OffsetReader {

    private static final Duration YEAR = Duration.ofDays(366);
    private static final int YEAR_OF_DAYS = 366;

    enum Type { AT_ONCE, ELAPSED, LOCAL, STAFFED, ANOTHER_TIME_OF_DAY, DAILY }

    private OffsetReader() {
    }

    static Optional<Offset> read(Place place) {
        if (!place.isObject()) {
            return place.fault("must be an object");
        }
        return place.field("type").oneOf(Type.class).flatMap(type -> read(type, place));
    }

    private static Optional<Offset> read(Type type, Place place) {
        return switch (type) {
            case AT_ONCE -> only(place) ? Optional.of(new Offset.AtOnce()) : Optional.empty();
            case ELAPSED -> only(place, "by")
                    ? place.field("by").duration(YEAR.negated(), YEAR).map(Offset.Elapsed::new) : Optional.empty();
            case LOCAL -> only(place, "days", "at") ? local(place) : Optional.empty();
            case STAFFED -> only(place, "after") ? after(place).map(Offset.Staffed::new) : Optional.empty();
            case ANOTHER_TIME_OF_DAY ->
                    only(place, "days") ? place.field("days").number(1, YEAR_OF_DAYS).map(Offset.AnotherTimeOfDay::new)
                            : Optional.empty();
            case DAILY -> only(place, "at", "whileWaitOver") ? daily(place) : Optional.empty();
        };
    }

    private static Optional<Offset> local(Place place) {
        var days = place.field("days").number(-YEAR_OF_DAYS, YEAR_OF_DAYS);
        var at = place.field("at").time();
        return days.flatMap(d -> at.map(t -> new Offset.Local(d, t)));
    }

    private static Optional<Offset> daily(Place place) {
        var at = place.field("at").time();
        var wait = place.field("whileWaitOver").duration(Duration.ofHours(1), YEAR);
        return at.flatMap(t -> wait.map(w -> new Offset.Daily(t, w)));
    }

    private static Optional<Duration> after(Place place) {
        return place.field("after").duration(Duration.ofMinutes(1), YEAR);
    }

    private static boolean only(Place place, String... fields) {
        String[] known = new String[fields.length + 1];
        known[0] = "type";
        System.arraycopy(fields, 0, known, 1, fields.length);
        return place.isObjectOf(known);
    }
}
