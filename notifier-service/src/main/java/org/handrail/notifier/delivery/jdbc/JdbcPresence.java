package org.handrail.notifier.delivery.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.delivery.Presence;
import org.handrail.notifier.delivery.SenderIdentity;
import org.handrail.notifier.jdbc.Columns;
import org.handrail.notifier.operator.OperatorAlerts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Processes by their heartbeats, measured by the database's clock: the service's own may be set. */
public final class JdbcPresence implements Presence {

    private static final String GONE = "delete from sender where name = ? and id <> ?::uuid";
    private static final String BEAT = """
            insert into sender (id, name, heartbeat_at) values (?::uuid, ?, clock_timestamp())
            on conflict (id) do update set heartbeat_at = clock_timestamp()
            """;
    private static final String LEAVE = "delete from sender where id = ?::uuid";
    private static final String BURY = """
            delete from sender where heartbeat_at < clock_timestamp() - make_interval(secs => ?) and id <> ?::uuid
            """;
    private static final String TAKE_OVER = """
            update delivery d set state = 'UNKNOWN', reason = 'process-died', changed_at = ?
            where d.state = 'SENDING' and d.claimed_by not in (select id from sender)
            returning d.client_id, d.id, d.enrolment_id, d.step_key, d.purpose, d.state, d.reason
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Outbox outbox;
    private final OperatorAlerts alerts;
    private final Clock clock;
    private final SenderIdentity self;
    private final Duration lease;

    /** @param lease without a heartbeat for that long, a process counts as dead */
    public JdbcPresence(JdbcTemplate jdbc, TransactionOperations transaction, Outbox outbox, OperatorAlerts alerts,
            Clock clock, SenderIdentity self, Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.alerts = alerts;
        this.clock = clock;
        this.self = self;
        this.lease = lease;
    }

    @Override
    public void appear() {
        transaction.executeWithoutResult(status -> {
            jdbc.update(GONE, self.name(), self.id());
            jdbc.update(BEAT, self.id(), self.name());
        });
    }

    @Override
    public void beat() {
        jdbc.update(BEAT, self.id(), self.name());
    }

    @Override
    public void leave() {
        jdbc.update(LEAVE, self.id());
    }

    @Override
    public int takeOver() {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.update(BURY, lease.toMillis() / 1000.0, self.id());
            Instant now = clock.instant();
            List<DeliveryChanged> unknown = jdbc.query(TAKE_OVER, DeliveryFacts.at(now), Columns.utc(now));
            if (!unknown.isEmpty()) {
                outbox.publishAll(unknown, now);
                alerts.raise(List.of("outcome-unknown"), now);
            }
            return unknown.size();
        }));
    }
}
