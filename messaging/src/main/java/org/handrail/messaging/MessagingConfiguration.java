package org.handrail.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.handrail.messaging.deadletter.DeadLetterReader;
import org.handrail.messaging.deadletter.DeadLetters;
import org.handrail.messaging.deadletter.DeadLettersEndpoint;
import org.handrail.messaging.erasure.ErasedClients;
import org.handrail.messaging.erasure.ErasuresEndpoint;
import org.handrail.messaging.erasure.PersonalData;
import org.handrail.messaging.erasure.Purging;
import org.handrail.messaging.events.Consuming;
import org.handrail.messaging.events.EventsComponent;
import org.handrail.messaging.events.Sifting;
import org.handrail.messaging.inbox.Inbox;
import org.handrail.messaging.kafka.EventJson;
import org.handrail.messaging.kafka.EventRecords;
import org.handrail.messaging.kafka.KafkaSettings;
import org.handrail.messaging.kafka.Topics;
import org.handrail.messaging.outbox.JdbcOutbox;
import org.handrail.messaging.outbox.Nudge;
import org.handrail.messaging.outbox.Relay;
import org.handrail.messaging.outbox.WaitingDetails;
import org.handrail.messaging.retention.Retention;
import org.handrail.messaging.retention.RetentionRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Beans of messaging: outbox, relay, topics, the {@code events:} component, dead letters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
public class MessagingConfiguration {

    /** Longer than any topic keeps a record. */
    private static final Duration INBOX_KEPT = Duration.ofDays(45);

    private final String service;

    MessagingConfiguration(@Value("${handrail.service}") String service) {
        this.service = service;
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    @Bean
    EventRecords eventRecords(EventJson json) {
        return new EventRecords(json, service);
    }

    @Bean
    Topics topics(KafkaSettings kafka) {
        return new Topics(kafka);
    }

    @Bean
    Inbox inbox(JdbcTemplate jdbc, Clock clock) {
        return new Inbox(jdbc, clock);
    }

    @Bean
    Nudge relayNudge() {
        return new Nudge();
    }

    @Bean
    JdbcOutbox outbox(JdbcTemplate jdbc, EventJson json, KafkaSettings kafka, Nudge relayNudge) {
        return new JdbcOutbox(jdbc, json, kafka, relayNudge);
    }

    @Bean
    Relay relay(JdbcTemplate jdbc, PlatformTransactionManager transactions, EventRecords records, KafkaSettings kafka,
            Topics topics, MeterRegistry meters, Nudge relayNudge) {
        return new Relay(
                jdbc, new TransactionTemplate(transactions), records, kafka, topics, service, meters, relayNudge);
    }

    @Bean
    DeadLetters deadLetters(JdbcOutbox outbox, KafkaSettings kafka, Clock clock, MeterRegistry meters) {
        return new DeadLetters(outbox, kafka, clock, meters);
    }

    @Bean
    PersonalData waitingDetails(JdbcTemplate jdbc, KafkaSettings kafka) {
        return new WaitingDetails(jdbc, kafka);
    }

    @Bean
    ErasedClients erasedClients(JdbcTemplate jdbc, ObjectProvider<PersonalData> personal) {
        return new ErasedClients(jdbc, personal.orderedStream().toList());
    }

    @Bean
    Purging purging(JdbcTemplate jdbc, ObjectProvider<PersonalData> personal,
            @Value("${handrail.erasure.purge.after:1h}") Duration after) {
        return new Purging(jdbc, personal.orderedStream().toList(), after);
    }

    @Bean
    ErasuresEndpoint erasuresEndpoint(ErasedClients erased) {
        return new ErasuresEndpoint(erased);
    }

    @Bean
    DeadLetterReader deadLetterReader(KafkaSettings kafka, Inbox inbox, JdbcOutbox outbox,
            PlatformTransactionManager transactions, ErasedClients erased) {
        return new DeadLetterReader(kafka, service, inbox, outbox, new TransactionTemplate(transactions), erased);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetterReader deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }

    /** Named as its scheme, which is how Camel finds it. */
    @Bean
    EventsComponent events(KafkaSettings kafka, Topics topics, EventRecords records, Inbox inbox,
            DeadLetters deadLetters, ErasedClients erased, PlatformTransactionManager transactions,
            MeterRegistry meters, Clock clock) {
        return new EventsComponent(new Consuming(kafka, topics, records, inbox, deadLetters,
                new Sifting(erased, deadLetters, clock), new TransactionTemplate(transactions), meters));
    }

    @Bean
    MessagingHealth messagingHealth(Relay relay) {
        return new MessagingHealth(relay);
    }

    @Bean
    SharedErrorHandling sharedErrorHandling() {
        return new SharedErrorHandling();
    }

    @Bean
    Retention retention(JdbcTemplate jdbc, PlatformTransactionManager transactions,
            ObjectProvider<RetentionRules> rules, Clock clock, MeterRegistry meters) {
        return new Retention(jdbc, new TransactionTemplate(transactions),
                rules.getIfAvailable(() -> new RetentionRules(List.of())), clock, meters);
    }

    @Bean
    RouteBuilder retentionHousekeeping(
            Retention retention, @Value("${handrail.retention.every:24h}") Duration every) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:retention?includeMetadata=false&delay=15m&period=" + every.toMillis())
                        .routeId(service + ".retention.remove-old")
                        .process(exchange -> retention.run());
            }
        };
    }

    @Bean
    RouteBuilder inboxHousekeeping(Inbox inbox, Purging purging,
            @Value("${handrail.erasure.purge.every:5m}") Duration purgeEvery) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:erasure-purging?includeMetadata=false&period=" + purgeEvery.toMillis())
                        .routeId(service + ".erasure.purge")
                        .process(exchange -> purging.runIfItCan());
                from("timer:inbox-housekeeping?period=1h&delay=5m")
                        .routeId(service + ".inbox.forget-old")
                        .process(exchange -> inbox.removeOlderThan(INBOX_KEPT));
            }
        };
    }
}
