package org.handrail.followup.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.schedule.Condition;
import org.handrail.followup.schedule.Step;
import org.handrail.platform.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * A claimed step beside what its schedule and site say of it, looked up once.
 *
 * @param step null when its schedule does not know it
 * @param zone the client's, the site's if unknown
 */
record Looked(DueNow due, @Nullable Step step, Site site, ZoneId zone) {

    UUID clientId() {
        return due.clientId();
    }

    List<Condition> openConditions() {
        return step == null ? List.of() : step.openConditions();
    }

    boolean isReminder() {
        return due.step().appointmentVersion() > 0;
    }

    LocalDate dayOf(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
