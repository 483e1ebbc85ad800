package org.handrail.followup.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.time.SendWindow;
import org.handrail.followup.time.WallClock;
import org.handrail.platform.site.Sites;

/** Opens the cases of several clients at once, for facts to be applied, and closes them. Thread-safe. */
public final class OpeningCases {

    private final Cases cases;
    private final Schedules schedules;
    private final Sites sites;
    private final Clock clock;

    public OpeningCases(Cases cases, Schedules schedules, Sites sites, Clock clock) {
        this.cases = cases;
        this.schedules = schedules;
        this.sites = sites;
        this.clock = clock;
    }

    /** Cases held together, and what the rules may look at besides. */
    public record Open(Map<UUID, ClientCase> cases, Surroundings around) {

        public ClientCase of(UUID clientId) {
            return cases.get(clientId);
        }
    }

    public Open open(Collection<UUID> clientIds) {
        return open(clientIds, clock.instant());
    }

    /** @param asOf taken for the present time */
    public Open open(Collection<UUID> clientIds, Instant asOf) {
        return new Open(cases.load(clientIds), around(asOf));
    }

    public Surroundings around(Instant asOf) {
        return new Surroundings(asOf, schedules.published(), schedules,
                sites, SendWindow.DEFAULT, WallClock.tzdbVersion());
    }

    public void save(Open open) {
        cases.save(open.cases().values());
    }
}
