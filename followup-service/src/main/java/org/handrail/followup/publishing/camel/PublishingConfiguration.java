package org.handrail.followup.publishing.camel;

import java.time.Clock;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.publishing.Enrolled;
import org.handrail.followup.publishing.Moves;
import org.handrail.followup.publishing.MovingEnrolments;
import org.handrail.followup.publishing.Previewing;
import org.handrail.followup.publishing.Previews;
import org.handrail.followup.publishing.Publishing;
import org.handrail.followup.publishing.Versions;
import org.handrail.followup.queue.Transactions;
import org.handrail.followup.schedule.Schedules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    /** Enrolments in one transaction. */
    private static final int BATCH = 200;

    @Bean
    Previewing previewing(Enrolled enrolled, Schedules schedules, OpeningCases opening, Clock clock) {
        return new Previewing(enrolled, schedules, opening, clock);
    }

    @Bean
    Publishing publishing(
            Previewing previewing, Previews previews, Versions versions, Moves moves, Transactions transactions,
            Clock clock) {
        return new Publishing(previewing, previews, versions, moves, transactions, clock);
    }

    @Bean
    MovingEnrolments movingEnrolments(Moves moves, Schedules schedules, OpeningCases opening, Clock clock) {
        return new MovingEnrolments(moves, schedules, opening, clock);
    }

    @Bean
    MovingRoutes movingRoutes(
            MovingEnrolments moving, PlatformTransactionManager transactions,
            @Value("${handrail.followup.move-rest:20}") long restMillis) {
        return new MovingRoutes(moving, new TransactionTemplate(transactions), BATCH, restMillis);
    }
}
