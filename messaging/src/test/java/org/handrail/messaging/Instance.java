package org.handrail.messaging;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.flywaydb.core.Flyway;
import org.handrail.contract.Topic;
import org.handrail.local.LocalDatabase;
import org.handrail.messaging.deadletter.DeadLetterReader;
import org.handrail.messaging.deadletter.DeadLetters;
import org.handrail.messaging.erasure.ErasedClients;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One running instance of a made-up service: messaging as its configuration wires it, and one route. */
final class Instance implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T15:00:00Z"), ZoneOffset.UTC);

    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final JdbcOutbox outbox;
    final KafkaSettings kafka;
    final DeadLetterReader deadLetterReader;
    final ErasedClients erased;
    final Relay relay;
    final DefaultCamelContext camel = new DefaultCamelContext();
    final MeterRegistry meters = new SimpleMeterRegistry();

    private final HikariDataSource dataSource;

    /** What the route does with the facts of a poll. */
    @FunctionalInterface
    interface Work {
        void on(List<Received> facts, JdbcTemplate jdbc) throws Exception;
    }

    Instance(LocalDatabase database, String bootstrap, String prefix) {
        this(database, new KafkaSettings(bootstrap, prefix, (short) 1, Map.of()));
    }

    Instance(LocalDatabase database, KafkaSettings kafka) {
        this.kafka = kafka;
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.user());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(4);
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        EventJson json = new EventJson();
        EventRecords records = new EventRecords(json, "sample");
        Nudge nudge = new Nudge();
        outbox = new JdbcOutbox(jdbc, json, kafka, nudge);
        Topics topics = new Topics(kafka);
        Inbox inbox = new Inbox(jdbc, CLOCK);
        relay = new Relay(jdbc, transaction, records, kafka, topics, "sample", meters, nudge);
        erased = new ErasedClients(jdbc, List.of(new WaitingDetails(jdbc, kafka)));
        deadLetterReader = new DeadLetterReader(kafka, "sample", inbox, outbox, transaction, erased);
        DeadLetters deadLetters = new DeadLetters(outbox, kafka, CLOCK, meters);
        camel.addComponent("events", new EventsComponent(new Consuming(kafka, topics, records, inbox,
                deadLetters, new Sifting(erased, deadLetters, CLOCK), transaction, meters)));
    }

    static void migrate(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).locations("db/migration/messaging").load().migrate();
        new JdbcTemplate(dataSource).execute("create table if not exists handled (client_id uuid, at bigserial)");
    }

    Instance migrated() {
        migrate(dataSource);
        return this;
    }

    Instance withRoute(String from, Work work) throws Exception {
        camel.addRoutesConfigurations(new SharedErrorHandling());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId("sample.take").process(exchange -> {
                    @SuppressWarnings("unchecked")
                    List<Received> facts = exchange.getIn().getBody(List.class);
                    work.on(facts, jdbc);
                });
            }
        });
        return this;
    }

    Instance start() {
        relay.start();
        camel.start();
        return this;
    }

    /** What a route of this instance has handled, in order. */
    List<UUID> handled() {
        return jdbc.queryForList("select client_id from handled order by at", UUID.class);
    }

    static void remember(List<Received> facts, JdbcTemplate jdbc) {
        facts.forEach(fact -> jdbc.update("insert into handled (client_id) values (?)", fact.clientId()));
    }

    String topic(Topic topic) {
        return kafka.nameOf(topic);
    }

    @Override
    public void close() {
        camel.stop();
        relay.stop();
        dataSource.close();
    }
}
