package org.handrail.messaging.erasure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the tables anew from which clients were erased. PostgreSQL leaves the bytes of a deleted row in the table's
 * file until something else takes their place; a plain VACUUM only frees the room. A table is locked while it is
 * written, and left for the next time when that lock is not to be had at once. One instance at a time.
 */
public final class Purging {

    private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
    private static final String LOCK = "select pg_try_advisory_lock(hashtext(current_schema() || '.erasure'))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtext(current_schema() || '.erasure'))";

    private final JdbcTemplate jdbc;
    private final Set<String> tables;
    private final Duration after;

    /** @param after how long after an erasure, in real time; what is erased meanwhile goes with it */
    public Purging(JdbcTemplate jdbc, Collection<PersonalData> personal, Duration after) {
        this.jdbc = jdbc;
        this.tables = new TreeSet<>();
        personal.forEach(each -> tables.addAll(each.tables()));
        this.after = after;
    }

    /** Nothing when nobody was erased. */
    public void run() {
        List<Long> due = jdbc.queryForList("""
                select 1 from erased_client
                where purged_at is null and known_at <= clock_timestamp() - make_interval(secs => ?) limit 1
                """, Long.class, after.toMillis() / 1000.0);
        if (!due.isEmpty()) {
            jdbc.execute((Connection connection) -> {
                purge(connection);
                return null;
            });
        }
    }

    private void purge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isTrue(statement, LOCK)) {
                return;
            }
            try {
                // only whoever was erased before this began
                String began = text(statement, "select clock_timestamp()::text");
                statement.execute("set lock_timeout = '2s'");
                for (String table : tables) {
                    statement.execute("vacuum (full) " + table);
                }
                statement.execute("update erased_client set purged_at = clock_timestamp()"
                        + " where purged_at is null and known_at <= '" + began + "'");
                LOG.info("Wrote {} tables anew after an erasure", tables.size());
            } catch (SQLException e) {
                LOG.warn("Tables are written anew later: {}", e.getSQLState());
            } finally {
                statement.execute("reset lock_timeout");
                statement.execute(UNLOCK);
            }
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        return text(statement, query).equals("t");
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** For a loop, which tries again later. */
    public void runIfItCan() {
        try {
            run();
        } catch (DataAccessException e) {
            LOG.warn("Tables are written anew later: {}", e.getClass().getSimpleName());
        }
    }
}
