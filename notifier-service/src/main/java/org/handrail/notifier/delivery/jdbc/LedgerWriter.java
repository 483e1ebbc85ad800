package org.handrail.notifier.delivery.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.delivery.State;
import org.handrail.notifier.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the changes of a round with one statement, and tells those that others are to know. */
final class LedgerWriter {

    /** A settlement brought twice, or overtaken, finds its row no longer this process's and changes nothing. */
    private static final String WRITE = """
            update delivery d
            set state = u.state, reason = u.reason, changed_at = ?,
                claimed_by = case when u.state = 'SENDING' then ?::uuid else d.claimed_by end,
                claimed_at = case when u.state = 'SENDING' then ? else d.claimed_at end,
                next_attempt_at = coalesce(u.next_attempt_at, d.next_attempt_at),
                attempts = d.attempts + case when u.attempted then 1 else 0 end,
                address_version = coalesce(u.address_version, d.address_version),
                template_version = coalesce(u.template_version, d.template_version),
                capped_at = case when not u.capped then null when u.settling then d.capped_at else ? end
            from unnest(?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::int[],
                        ?::boolean[], ?::int[])
                as u (id, settling, state, reason, next_attempt_at, attempted, address_version, capped,
                      template_version)
            where d.id = u.id
              and case when u.settling then d.claimed_by = ?::uuid and d.state in ('SENDING', 'UNKNOWN')
                       else d.state = 'QUEUED' end
            returning d.client_id, d.id, d.enrolment_id, d.step_key, d.purpose, d.state, d.reason, d.template_version,
                      u.settling
            """;

    private record Written(UUID id, boolean settling, @Nullable DeliveryChanged told) {
    }

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final UUID self;
    private final Consumer<DeliveryChanged> watcher;

    /** @param watcher told of each fact before it is committed */
    LedgerWriter(JdbcTemplate jdbc, Outbox outbox, UUID self, Consumer<DeliveryChanged> watcher) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.self = self;
        this.watcher = watcher;
    }

    /** @return the settlements that took place */
    Set<UUID> write(List<RowChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        OffsetDateTime at = Columns.utc(now);
        List<Written> written = jdbc.query(WRITE, (row, n) -> {
            boolean told = RowChange.isTold(State.valueOf(row.getString("state")));
            return new Written(row.getObject("id", UUID.class), row.getBoolean("settling"),
                    told ? fact(row, n, now) : null);
        }, at, self, at, at,
                column(changes, RowChange::id, UUID[]::new),
                column(changes, RowChange::settling, Boolean[]::new),
                column(changes, change -> change.state().name(), String[]::new),
                column(changes, RowChange::reason, String[]::new),
                column(changes, change -> text(change.nextAttempt()), String[]::new),
                column(changes, RowChange::attempted, Boolean[]::new),
                column(changes, RowChange::addressVersion, Integer[]::new),
                column(changes, RowChange::capped, Boolean[]::new),
                column(changes, RowChange::templateVersion, Integer[]::new),
                self);
        List<DeliveryChanged> told = written.stream().map(Written::told).filter(Objects::nonNull).toList();
        outbox.publishAll(told, now);
        told.forEach(watcher);
        return written.stream().filter(Written::settling).map(Written::id).collect(Collectors.toSet());
    }

    private static DeliveryChanged fact(ResultSet row, int n, Instant now) throws SQLException {
        DeliveryChanged fact = DeliveryFacts.at(now).mapRow(row, n);
        int version = row.getInt("template_version");
        return version == 0 ? fact : fact.madeFrom(version);
    }

    private static <T> Object column(
            Collection<RowChange> changes, Function<RowChange, @Nullable T> value, IntFunction<T[]> array) {
        return changes.stream().map(value).toArray(array);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
