package org.handrail.standalone.bench.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.handrail.local.LocalDatabase;

/**
 * PostgreSQL's own bound: one connection that claims and marks due rows, 500 a transaction, and does nothing else with
 * them.
 */
public final class BoundLoop implements AutoCloseable {

    private static final String CLAIM_AND_MARK = """
            with claimed as materialized (
                select enrolment_id, step_key, appointment_version from %1$s
                where state = 'PENDING' and email = ? and due_at <= ?
                order by due_at limit 500 for update skip locked)
            update %1$s as step set state = 'DONE', reason = 'mailed', released_at = ? from claimed
            where step.enrolment_id = claimed.enrolment_id and step.step_key = claimed.step_key
                and step.appointment_version = claimed.appointment_version
            """;

    private final Connection connection;
    private final String table;
    private final Clock clock;

    public BoundLoop(LocalDatabase database, String table, Clock clock) throws SQLException {
        this.connection = database.connect();
        this.table = table;
        this.clock = clock;
    }

    /** @return how many rows it marked, once none is due any more */
    public long run() throws SQLException {
        long marked = 0;
        try (PreparedStatement statement = connection.prepareStatement(CLAIM_AND_MARK.formatted(table))) {
            for (boolean email : new boolean[] {true, false}) {
                int rows;
                do {
                    var now = clock.instant().atOffset(ZoneOffset.UTC);
                    statement.setBoolean(1, email);
                    statement.setObject(2, now);
                    statement.setObject(3, now);
                    rows = statement.executeUpdate();
                    marked += rows;
                } while (rows > 0);
            }
        }
        return marked;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
