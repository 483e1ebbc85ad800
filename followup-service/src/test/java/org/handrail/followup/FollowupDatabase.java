package org.handrail.followup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL, one a JVM; each instance is an empty schema of its own with the service's tables. */
public final class FollowupDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    public FollowupDatabase() {
        dataSource.setUrl(SERVER.getJdbcUrl("postgres", "postgres"));
        dataSource.setCurrentSchema("t" + UUID.randomUUID().toString().replace("-", ""));
        dataSource.setReWriteBatchedInserts(true);
        Flyway.configure().dataSource(dataSource).schemas(dataSource.getCurrentSchema())
                .locations("classpath:db/migration/messaging", "classpath:db/migration/followup")
                .load().migrate();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "60").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** With the schema as the search path. */
    public String url() {
        return dataSource.getUrl();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
