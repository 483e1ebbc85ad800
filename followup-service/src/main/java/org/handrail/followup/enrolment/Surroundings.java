package org.handrail.followup.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.time.SendWindow;
import org.handrail.followup.time.StaffedHours;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;

/** What rules may look at besides the case: the time, the schedules, the sites. */
public record Surroundings(
        Instant now, List<ScheduleVersion> published, Schedules schedules, Sites sites, SendWindow window,
        String tzdb) {

    /** @param kind null for facts that are not about an appointment */
    List<ScheduleVersion> anchoredBy(AnchorEvent event, @Nullable AppointmentKind kind) {
        return published.stream()
                .filter(version -> version.schedule().anchor().event() == event)
                .filter(version -> kind == null || version.schedule().anchor().kinds().contains(kind))
                .toList();
    }

    Optional<ScheduleVersion> scheduleOf(Enrolment enrolment) {
        return schedules.find(enrolment.origin().scheduleId(), enrolment.origin().scheduleVersion());
    }

    StaffedHours staffed(String siteId) {
        return new StaffedHours(sites.orDefault(siteId));
    }

    /** At the site of the enrolment, or at the default one when there is none. */
    StaffedHours staffed(ClientCase client, @Nullable UUID enrolmentId) {
        return new StaffedHours(Optional.ofNullable(enrolmentId).flatMap(client::enrolment)
                .map(enrolment -> sites.orDefault(enrolment.origin().siteId()))
                .orElseGet(sites::defaultSite));
    }
}
