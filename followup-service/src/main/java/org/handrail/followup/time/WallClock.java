package org.handrail.followup.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;

/** What a clock on the wall means as an instant. */
public final class WallClock {

    private WallClock() {
    }

    /** In a gap the first valid instant after it; in an overlap the earlier of the two. */
    public static Instant instantOf(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(wall);
        if (transition == null) {
            return wall.toInstant(zone.getRules().getOffset(wall));
        }
        return transition.isGap() ? transition.getInstant() : wall.toInstant(transition.getOffsetBefore());
    }

    public static LocalDateTime at(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The release of the time zone database that the running JDK knows, for instance {@code 2026a}. */
    public static String tzdbVersion() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }
}
