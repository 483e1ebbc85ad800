package org.handrail.intake.appointment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.handrail.platform.site.Site;

/**
 * When an appointment begins: the wall time at the site as it was told, and the instant that it means.
 *
 * @param zone IANA id
 */
public record Start(LocalDateTime local, String zone, Instant instant, String siteId) {

    public static Start at(Site site, LocalDateTime local) {
        return new Start(local, site.zone().getId(), resolve(local, site.zone()), site.id());
    }

    /** In a gap the first valid instant after it; in an overlap the earlier one. */
    static Instant resolve(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
