package org.handrail.followup.dispatch.jdbc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.handrail.followup.jdbc.Columns;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many steps wait. Asked when somebody reads the figures, and cheap however many there are. */
@Component
class PendingGauges {

    private static final int COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingGauges(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("handrail.dispatch.pending", this::pending)
                .description("Steps whose time is ahead, as the database last estimated").register(meters);
        Gauge.builder("handrail.dispatch.overdue", this::overdue)
                .description("Steps whose time has come, up to " + COUNTED).register(meters);
    }

    private double pending() {
        try {
            return jdbc.sql("select greatest(reltuples, 0) from pg_class where oid = 'due_step_pending'::regclass")
                    .query(Double.class).single();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private double overdue() {
        try {
            return jdbc.sql("""
                            select count(*) from (select from due_step
                                where state = 'PENDING' and email in (true, false) and due_at <= :now limit :most) due""")
                    .param("now", Columns.utc(clock.instant())).param("most", COUNTED)
                    .query(Double.class).single();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
