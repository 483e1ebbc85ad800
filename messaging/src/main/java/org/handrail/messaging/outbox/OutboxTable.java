package org.handrail.messaging.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The relay's side of the outbox table. Every call but the figures belongs to the caller's transaction. */
final class OutboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.shared();

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One relay a schema at a time, until the end of the transaction: that keeps the order of ids. PostgreSQL mostly
     * sees an empty table and would plan to read all of it, with every row that went and is not cleared away yet;
     * hence it is told to keep to the index.
     */
    boolean tryLock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'))
                    and set_config('enable_seqscan', 'off', true) is not null
                    and set_config('enable_bitmapscan', 'off', true) is not null
                """, Boolean.class));
    }

    /** @param limit of facts; a pack that begins within it is given whole */
    List<Waiting> oldest(int limit, Collection<String> exceptTopics) {
        return jdbc.query("""
                select id, topic, key, event_id, type, occurred_at, payload, headers, facts
                from (select *, sum(facts) over (order by id rows unbounded preceding) - facts as ahead
                    from outbox where topic <> all(?) order by id limit ?) as oldest
                where ahead < ? order by id
                """, (row, n) -> read(row), exceptTopics.toArray(String[]::new), limit, limit);
    }

    void remove(List<Waiting> published) {
        Object[] ids = published.stream().map(Waiting::id).toArray();
        jdbc.update((Connection connection) -> {
            var delete = connection.prepareStatement("delete from outbox where id = any(?)");
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            return delete;
        });
    }

    long waiting() {
        Long count = jdbc.queryForObject("select coalesce(sum(facts), 0) from outbox", Long.class);
        return count == null ? 0 : count;
    }

    /** When the oldest waiting fact came to be. */
    Optional<Instant> oldestSince() {
        return jdbc.query("select occurred_at from outbox order by id limit 1", (row, n) -> instant(row))
                .stream().findFirst();
    }

    private Waiting read(ResultSet row) throws SQLException {
        int facts = row.getInt("facts");
        String topic = row.getString("topic");
        return new Waiting(row.getLong("id"), topic, facts == 1 ? List.of(fact(row))
                : Pack.unpack(topic, instant(row), facts, row.getBytes("payload")));
    }

    private OutboxRow fact(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getString("topic"),
                row.getString("key"),
                row.getObject("event_id", UUID.class),
                EventType.byCode(row.getString("type")).orElse(null),
                instant(row),
                row.getBytes("payload"),
                headers(row.getString("headers")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }

    private @Nullable Map<String, String> headers(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, HEADERS);
    }
}
