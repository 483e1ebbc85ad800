package org.handrail.notifier.link.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.handrail.notifier.link.LinkKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcLinkKeysTest {

    private static final Instant NOW = Instant.parse("2026-05-04T13:00:00Z");
    private static DriverManagerDataSource database;

    @BeforeAll
    static void migrate() {
        LocalDatabase local = LocalInfra.shared().newDatabase("JdbcLinkKeysTest");
        database = new DriverManagerDataSource(local.jdbcUrl(), local.user(), local.password());
        Flyway.configure().dataSource(database).locations("classpath:db/migration/messaging",
                "classpath:db/migration/notifier").load().migrate();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(database).sql("delete from link_key").update();
    }

    @Test
    void makesOneKeyHoweverManyInstancesStartAtOnce() throws Exception {
        ExecutorService starting = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> ids = IntStream.range(0, 6)
                    .mapToObj(i -> starting.submit(() -> keys().current(NOW).id())).toList();
            for (Future<Integer> id : ids) {
                assertThat(id.get()).isEqualTo(1);
            }
        } finally {
            starting.shutdownNow();
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void takesTurnsAndKeepsTheOldOnes() {
        JdbcLinkKeys keys = keys();
        int first = keys.current(NOW).id();

        assertThat(keys.current(NOW.plus(Duration.ofDays(89))).id()).isEqualTo(first);
        assertThat(keys.current(NOW.plus(Duration.ofDays(91))).id()).isEqualTo(first + 1);
        assertThat(keys.find(first)).isPresent();
    }

    @Test
    void keepsAKeyThatWasUsedWhenTheCallersTransactionIsRolledBack() {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        LinkKey made = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return keys().current(NOW);
        });

        assertThat(keys().find(made.id())).isPresent();
    }

    @Test
    void asksTheDatabaseForAnUnknownKeyNowAndThenOnly() {
        JdbcLinkKeys keys = keys();
        keys.current(NOW);
        JdbcClient.create(database).sql("update link_key set id = 2").update();

        assertThat(keys.find(2)).as("just read, so a guess costs nothing").isEmpty();
        assertThat(keys().find(2)).isPresent();
    }

    private static JdbcLinkKeys keys() {
        TransactionTemplate own = new TransactionTemplate(new DataSourceTransactionManager(database));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new JdbcLinkKeys(JdbcClient.create(database), own);
    }

    private static int count() {
        return JdbcClient.create(database).sql("select count(*) from link_key").query(Integer.class).single();
    }
}
