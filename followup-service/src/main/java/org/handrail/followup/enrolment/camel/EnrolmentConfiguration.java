package org.handrail.followup.enrolment.camel;

import java.time.Clock;
import java.util.Set;
import org.handrail.followup.client.Clients;
import org.handrail.followup.enrolment.Cases;
import org.handrail.followup.enrolment.HeedingOutcomes;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.enrolment.RecomputingTimes;
import org.handrail.followup.enrolment.TimeZoneReleases;
import org.handrail.followup.queue.TaskCompletions;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.time.WallClock;
import org.handrail.followup.timeline.Timeline;
import org.handrail.platform.site.Sites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EnrolmentConfiguration {

    @Bean
    OpeningCases openingCases(Cases cases, Schedules schedules, Sites sites, Clock clock) {
        return new OpeningCases(cases, schedules, sites, clock);
    }

    @Bean
    EnrolmentRoutes enrolmentRoutes(OpeningCases opening, Clients clients, Timeline timeline, Clock clock) {
        return new EnrolmentRoutes(EnrolmentRoutes.Sources.topics(), new CaseSteps(opening),
                new ClientSteps(clients, timeline, clock));
    }

    @Bean
    TimeZoneRoutes timeZoneRoutes(
            TimeZoneReleases releases, OpeningCases opening, PlatformTransactionManager transactions, Clock clock) {
        return new TimeZoneRoutes(new RecomputingTimes(releases, opening, WallClock.tzdbVersion(), clock),
                new TransactionTemplate(transactions));
    }

    /** Outcomes steer what lies ahead, in the transaction that completes the task. */
    @Bean
    TaskCompletions steeringBySchedules(OpeningCases opening) {
        return task -> {
            OpeningCases.Open open = opening.open(Set.of(task.clientId()));
            HeedingOutcomes.heed(open.of(task.clientId()), task, open.around());
            opening.save(open);
        };
    }
}
