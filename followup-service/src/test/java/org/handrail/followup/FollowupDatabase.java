package org.handrail.followup;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.local.LocalDatabase;
import org.handrail.local.LocalInfra;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL, one a JVM; each instance is an empty schema of its own with the service's tables. */
public final class FollowupDatabase {

    private static final LocalDatabase SERVER = LocalInfra.shared().newDatabase("followup");

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    public FollowupDatabase() {
        dataSource.setUrl(SERVER.jdbcUrl());
        dataSource.setUser(SERVER.user());
        dataSource.setPassword(SERVER.password());
        dataSource.setCurrentSchema("t" + UUID.randomUUID().toString().replace("-", ""));
        dataSource.setReWriteBatchedInserts(true);
        Flyway.configure().dataSource(dataSource).schemas(dataSource.getCurrentSchema())
                .locations("classpath:db/migration/messaging", "classpath:db/migration/followup")
                .load().migrate();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** With the schema as the search path. */
    public String url() {
        return dataSource.getUrl();
    }

    public String user() {
        return SERVER.user();
    }

    public String password() {
        return SERVER.password();
    }

    public String schema() {
        return String.valueOf(dataSource.getCurrentSchema());
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
