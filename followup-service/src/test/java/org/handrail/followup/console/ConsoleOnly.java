package org.handrail.followup.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handrail.contract.Event;
import org.handrail.followup.enrolment.Cases;
import org.handrail.followup.enrolment.OpeningCases;
import org.handrail.followup.queue.TaskCompleted;
import org.handrail.followup.queue.TaskCompletions;
import org.handrail.followup.schedule.Schedules;
import org.handrail.messaging.Outbox;
import org.handrail.platform.PlatformConfiguration;
import org.handrail.platform.site.Sites;
import org.handrail.platform.time.SettableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The console and what it needs, without Kafka: what would go to the outbox is kept in a list. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"org.handrail.followup.audit", "org.handrail.followup.console", "org.handrail.followup.disclosure",
    "org.handrail.followup.enrolment.jdbc",
    "org.handrail.followup.enrolment.web", "org.handrail.followup.erasure", "org.handrail.followup.merge", "org.handrail.followup.proof",
    "org.handrail.followup.publishing", "org.handrail.followup.queue", "org.handrail.followup.schedule",
    "org.handrail.followup.staff", "org.handrail.followup.template", "org.handrail.followup.timeline",
    "org.handrail.followup.whatif"})
@Import(PlatformConfiguration.class)
public class ConsoleOnly {

    public static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    @Bean
    SettableClock clock() {
        return new SettableClock(NOON);
    }

    @Bean
    Published outbox() {
        return new Published();
    }

    @Bean
    Completions completions() {
        return new Completions();
    }

    @Bean
    OpeningCases openingCases(Cases cases, Schedules schedules, Sites sites, Clock clock) {
        return new OpeningCases(cases, schedules, sites, clock);
    }

    public static final class Published implements Outbox {

        public final List<Event> events = new CopyOnWriteArrayList<>();

        @Override
        public void publish(Event event, Instant occurredAt) {
            events.add(event);
        }

        @Override
        public void publishAll(Collection<? extends Event> all, Instant occurredAt) {
            events.addAll(all);
        }

        @Override
        public void forget(UUID clientId, Instant occurredAt) {
            throw new UnsupportedOperationException("the console forgets nobody");
        }
    }

    public static final class Completions implements TaskCompletions {

        public final List<TaskCompleted> heard = new CopyOnWriteArrayList<>();

        @Override
        public void completed(TaskCompleted task) {
            heard.add(task);
        }
    }
}
