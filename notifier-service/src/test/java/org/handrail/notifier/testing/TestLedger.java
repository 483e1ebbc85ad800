package org.handrail.notifier.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.notifier.address.jdbc.JdbcAddresses;
import org.handrail.notifier.appointment.jdbc.JdbcAppointments;
import org.handrail.notifier.consent.jdbc.JdbcConsentLedger;
import org.handrail.notifier.contact.jdbc.JdbcContacts;
import org.handrail.notifier.delivery.jdbc.JdbcQueue;
import org.handrail.notifier.operator.jdbc.JdbcOperatorAlerts;
import org.handrail.platform.time.SettableClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The notifier's tables on a real PostgreSQL, in a database of their own, and what writes to them. */
public final class TestLedger implements AutoCloseable {

    /** A Tuesday, 10:00 in New York. */
    public static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    public final HikariDataSource dataSource;
    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final SettableClock clock = new SettableClock(NOW);
    public final CommittedFacts facts = new CommittedFacts();
    public final JdbcQueue queue;
    public final JdbcConsentLedger consents;
    public final JdbcAddresses addresses;
    public final JdbcContacts contacts;
    public final JdbcAppointments appointments;
    public final JdbcOperatorAlerts alerts;

    public TestLedger(String purpose) {
        this(LocalInfra.shared().newDatabase(purpose), 16);
    }

    public TestLedger(LocalDatabase database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setSchema("notifier");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        Flyway.configure().dataSource(database.jdbcUrl(), database.user(), database.password())
                .schemas("notifier").locations("db/migration/messaging", "db/migration/notifier").load().migrate();
        dataSource = new HikariDataSource(config);
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        queue = new JdbcQueue(jdbc, facts, clock, () -> { });
        consents = new JdbcConsentLedger(jdbc, queue, facts, clock);
        addresses = new JdbcAddresses(jdbc, facts);
        contacts = new JdbcContacts(jdbc, addresses, queue, clock);
        appointments = new JdbcAppointments(jdbc);
        alerts = new JdbcOperatorAlerts(jdbc);
    }

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    public void empty() {
        jdbc.execute("alter table consent_act disable trigger consent_act_is_never_emptied");
        jdbc.execute("""
                truncate contact, address, consent_ledger, consent_act, consent_event, consent, known_client, appointment, delivery,
                         ended_enrolment, sender, operator_alert, resend, address_wish
                cascade
                """);
        jdbc.execute("alter table consent_act enable trigger consent_act_is_never_emptied");
        clock.set(NOW);
    }

    public String stateOf(UUID delivery) {
        return jdbc.queryForObject("select state || ' ' || reason from delivery where id = ?", String.class, delivery);
    }

    public List<String> states() {
        return jdbc.queryForList("select state from delivery order by state", String.class);
    }

    public long count(String state) {
        return jdbc.queryForObject("select count(*) from delivery where state = ?", Long.class, state);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
