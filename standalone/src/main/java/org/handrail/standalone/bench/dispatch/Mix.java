package org.handrail.standalone.bench.dispatch;

import java.time.Instant;
import java.util.List;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.platform.site.Site;
import org.handrail.standalone.bench.jdbc.PublishedSchedules;
import org.handrail.standalone.bench.people.Cohort;
import org.handrail.standalone.bench.people.Lives;
import org.handrail.standalone.process.Midday;

/**
 * Due steps of three kinds, one a person: reminders of appointments, follow-up emails of inquiries, call-back tasks of
 * inquiries. Everybody may be written to, and it is noon where they are. Their other steps are done or still to come.
 *
 * @param emails of these, half are reminders
 */
record Mix(int emails, int tasks) {

    private static final double ALL = 100;

    static Mix of(int steps, int emailsInAHundred) {
        int emails = (int) Math.round(steps * emailsInAHundred / ALL);
        return new Mix(emails, steps - emails);
    }

    int steps() {
        return emails + tasks;
    }

    List<Cohort> cohorts(PublishedSchedules schedules, Site site, Instant now, long seed) {
        String zone = Midday.zone(now);
        ScheduleVersion appointments = schedules.read("therapy-appointment");
        ScheduleVersion inquiries = schedules.read("web-inquiry");
        int reminders = emails / 2;
        return List.of(
                new Cohort(appointments, reminders,
                        new Lives(appointments, site, now, seed).appointmentsDue("email-3-d", zone)),
                new Cohort(inquiries, emails - reminders,
                        new Lives(inquiries, site, now, seed).factsDue("email-7-d", zone)),
                new Cohort(inquiries, tasks, new Lives(inquiries, site, now, seed).factsDue("call-4-h", zone)));
    }
}
