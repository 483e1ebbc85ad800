package org.handrail.notifier.operator.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.handrail.notifier.jdbc.Columns;
import org.handrail.notifier.operator.OperatorAlerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row a code, with how often and since when. */
public final class JdbcOperatorAlerts implements OperatorAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOperatorAlerts.class);
    private static final String RAISE = """
            insert into operator_alert (code, first_at, last_at, count) values (?, ?, ?, 1)
            on conflict (code) do update set last_at = excluded.last_at, count = operator_alert.count + 1
            """;
    private static final String SINCE = """
            select code, first_at, last_at, count from operator_alert where last_at >= ? order by last_at desc
            """;

    private final JdbcTemplate jdbc;

    public JdbcOperatorAlerts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void raise(Collection<String> codes, Instant at) {
        // in one order, so that two processes can't wait for each other
        for (String code : new TreeSet<>(codes)) {
            LOG.warn("A fault of our own, or of a mail provider: {}", code);
            jdbc.update(RAISE, code, Columns.utc(at), Columns.utc(at));
        }
    }

    @Override
    public List<Alert> since(Instant moment) {
        return jdbc.query(SINCE, (row, n) -> new Alert(row.getString("code"), instant(row, "first_at"),
                instant(row, "last_at"), row.getLong("count")), Columns.utc(moment));
    }
}
