package org.handrail.standalone.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalPostgres;
import org.handrail.messaging.retention.Retention;
import org.handrail.messaging.retention.RetentionRule;
import org.handrail.messaging.retention.RetentionRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention reaches every table, or it is written down why not. */
class OldRowsTest {

    private static final String LONG_AGO = "2010-01-05T12:00:00Z";
    private static final String LATELY = "2032-12-24T12:00:00Z";
    private static final Clock NOW = Clock.fixed(Instant.parse("2033-01-05T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @TempDir
    private Path directory;

    @Test
    void goWhereverTheyAreExceptWhereItIsSaidWhyNot() throws Exception {
        try (var postgres = LocalPostgres.builder().dataDirectory(directory).start()) {
            LocalDatabase database = postgres.database();
            List.of("intake", "followup", "notifier").forEach(service -> migrate(database, service));
            try (Connection superuser = DriverManager.getConnection(database.jdbcUrl(), "postgres",
                    Files.readString(directory.resolve("superuser-password")).strip())) {
                EveryTable tables = new EveryTable(superuser, UUID.randomUUID(), "words", LONG_AGO);
                EveryTable lately = new EveryTable(superuser, UUID.randomUUID(), "other words", LATELY);
                assertThat(tables.wronglyListed()).isEmpty();
                assertThat(tables.withStatistics()).isEmpty();
                assertThat(tables.plant()).isEmpty();
                assertThat(lately.plant()).isEmpty();

                retain(database, "intake", org.handrail.intake.client.jdbc.RetentionConfiguration.rules(
                        RetentionRule.SIX_YEARS, RetentionRule.SIX_YEARS));
                retain(database, "followup", org.handrail.followup.audit.jdbc.RetentionConfiguration.rules(
                        RetentionRule.SIX_YEARS, RetentionRule.SIX_YEARS));
                retain(database, "notifier", org.handrail.notifier.consent.jdbc.RetentionConfiguration.rules(
                        RetentionRule.SIX_YEARS, TWO_YEARS, RetentionRule.SIX_YEARS));

                assertThat(tables.left())
                        .containsExactlyInAnyOrderElementsOf(tables.section("stays when old").keySet());
                assertThat(lately.left()).containsExactlyInAnyOrderElementsOf(lately.all());
            }
        }
    }

    private static void retain(LocalDatabase database, String service, RetentionRules rules) {
        PGSimpleDataSource source = source(database, service);
        new Retention(new JdbcTemplate(source), new TransactionTemplate(new JdbcTransactionManager(source)), rules, NOW,
                new SimpleMeterRegistry()).run();
    }

    private static void migrate(LocalDatabase database, String service) {
        Flyway.configure().dataSource(source(database, service)).schemas(service)
                .locations("classpath:db/migration/messaging", "classpath:db/migration/" + service).load().migrate();
    }

    private static PGSimpleDataSource source(LocalDatabase database, String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setCurrentSchema(schema);
        return source;
    }
}
