package org.handrail.platform.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place of the provider.
 *
 * @param id       a code
 * @param zone     wall times at the site are in it
 * @param name     the neutral name that mail may show; never one that reveals treatment
 * @param phone    the neutral number that mail may show
 * @param hours    when staff are there, by weekday; a weekday without an entry is closed
 * @param holidays closed all day
 */
public record Site(
        String id, ZoneId zone, String name, String phone, Map<DayOfWeek, List<Hours>> hours, Set<LocalDate> holidays) {

    /** @param until exclusive, after {@code from} */
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("staffed hours must end after they begin");
            }
        }
    }

    public Site {
        hours = Map.copyOf(hours);
        holidays = Set.copyOf(holidays);
    }
}
