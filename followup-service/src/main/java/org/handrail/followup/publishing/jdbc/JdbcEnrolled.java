package org.handrail.followup.publishing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.handrail.followup.enrolment.jdbc.EnrolmentRows;
import org.handrail.followup.publishing.Enrolled;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEnrolled implements Enrolled {

    /** Processes that may read beside the one that answers; the server has the last word on how many there are. */
    private static final int MOST_HELPERS = 2;

    private final DataSource dataSource;
    private final EnrolmentRows rows;

    JdbcEnrolled(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.rows = new EnrolmentRows(jdbc);
    }

    @Override
    public List<Seen> page(Wanted wanted, @Nullable UUID after, int size) {
        return rows.active(wanted.scheduleId(), wanted.below(), after, size).stream()
                .map(each -> new Seen(each.enrolment(), each.zone(), wanted.kinds() ? each.kind() : null)).toList();
    }

    @Override
    public Optional<Seen> one(Wanted wanted, UUID enrolmentId) {
        UUID before = new UUID(enrolmentId.getMostSignificantBits(), enrolmentId.getLeastSignificantBits() - 1);
        return page(wanted, before, 1).stream().filter(seen -> seen.enrolment().id().equals(enrolmentId)).findFirst();
    }

    @Override
    public void each(Wanted wanted, Consumer<Seen> look) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement settings = connection.createStatement()) {
                settings.execute("set local work_mem = '128MB'");
                settings.execute("set local jit = off");
                settings.execute("set local max_parallel_workers_per_gather = " + MOST_HELPERS);
                look(connection.unwrap(PGConnection.class), wanted, look);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("could not look at everybody enrolled", e);
        }
    }

    private static void look(PGConnection connection, Wanted wanted, Consumer<Seen> look) throws SQLException {
        EnrolledQuery query = new EnrolledQuery(connection, wanted);
        if (query.standSideBySide()) {
            sideBySide(connection, query, look);
        }
        sorted(connection, query, look);
    }

    private static void sideBySide(PGConnection connection, EnrolledQuery query, Consumer<Seen> look) throws SQLException {
        List<String> steps = query.steps();
        try (CopiedRows rows = new CopiedRows(connection, query.sideBySide())) {
            while (rows.next()) {
                UUID id = Objects.requireNonNull(rows.uuid());
                look.accept(new CopiedEnrolment(id).readWho(rows).readSteps(rows, steps).seen());
            }
        }
    }

    private static void sorted(PGConnection connection, EnrolledQuery query, Consumer<Seen> look) throws SQLException {
        try (CopiedRows rows = new CopiedRows(connection, query.sorted())) {
            CopiedEnrolment current = null;
            while (rows.next()) {
                UUID id = Objects.requireNonNull(rows.uuid());
                if (current == null || !current.is(id)) {
                    if (current != null) {
                        look.accept(current.seen());
                    }
                    current = new CopiedEnrolment(id);
                }
                current.readWho(rows).readStep(rows);
            }
            if (current != null) {
                look.accept(current.seen());
            }
        }
    }
}
