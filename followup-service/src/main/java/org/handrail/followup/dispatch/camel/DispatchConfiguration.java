package org.handrail.followup.dispatch.camel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.handrail.followup.dispatch.Dispatching;
import org.handrail.followup.dispatch.DueSteps;
import org.handrail.followup.queue.Tasks;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.timeline.Timeline;
import org.handrail.messaging.Outbox;
import org.handrail.platform.site.Sites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    /** Of each kind, emails and tasks. */
    private static final int BATCH = 1000;

    @Bean
    Dispatching dispatching(
            DueSteps steps, Schedules schedules, Sites sites, Outbox outbox, Tasks tasks, Timeline timeline,
            MeterRegistry meters, Clock clock) {
        return new Dispatching(
                steps, schedules, sites, outbox, tasks, timeline, new DispatchMetrics(meters), clock);
    }

    @Bean
    DispatchRoutes dispatchRoutes(
            Dispatching dispatching, PlatformTransactionManager transactions,
            @Value("${handrail.followup.dispatch-loops:2}") int loops,
            @Value("${handrail.followup.dispatch-rest:200}") long restMillis) {
        return new DispatchRoutes(loops, restMillis, dispatching, new TransactionTemplate(transactions), BATCH);
    }
}
