package org.handrail.notifier.delivery.jdbc;

import static org.handrail.notifier.jdbc.Columns.instantOrNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.handrail.notifier.delivery.LedgerFigures;
import org.handrail.notifier.operator.OperatorAlerts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts by the partial indexes, so that the ledger's history costs nothing. */
public final class JdbcLedgerFigures implements LedgerFigures {

    private static final String COUNT = """
            select (select count(*) from delivery where state = 'QUEUED') as queued,
                   (select count(*) from delivery where state = 'SENDING') as sending,
                   (select count(*) from delivery where state = 'UNKNOWN') as unknown,
                   (select min(next_attempt_at) from delivery where state = 'QUEUED') as oldest
            """;
    private static final Duration RECENT = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final OperatorAlerts alerts;
    private final Clock clock;

    public JdbcLedgerFigures(JdbcTemplate jdbc, OperatorAlerts alerts, Clock clock) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Figures read() {
        Instant now = clock.instant();
        int recent = alerts.since(now.minus(RECENT)).size();
        return Objects.requireNonNull(jdbc.queryForObject(COUNT, (row, n) -> {
            Instant oldest = instantOrNull(row, "oldest");
            Duration lateness = oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
            return new Figures(row.getLong("queued"), row.getLong("sending"), row.getLong("unknown"), lateness,
                    recent);
        }));
    }
}
