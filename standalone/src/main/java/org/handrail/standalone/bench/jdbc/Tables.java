package org.handrail.standalone.bench.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.concurrent.locks.LockSupport;
import java.time.Duration;
import org.handrail.local.LocalDatabase;

/** Reads figures out of the tables of all services. */
public final class Tables implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Connection connection;

    public Tables(LocalDatabase database) throws SQLException {
        this.connection = database.connect();
    }

    /** The one number a query answers with. */
    public long number(String sql) {
        try (Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException when it takes longer than that */
    public void await(String sql, LongPredicate expected, Duration longest) {
        await(() -> expected.test(number(sql)), longest, sql);
    }

    public static void await(BooleanSupplier reached, Duration longest, String what) {
        long until = System.nanoTime() + longest.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Not reached within " + longest + ": " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
