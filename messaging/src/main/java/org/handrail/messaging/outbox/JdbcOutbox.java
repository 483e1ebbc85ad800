package org.handrail.messaging.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.contract.Event;
import org.handrail.contract.EventType;
import org.handrail.contract.Topic;
import org.handrail.messaging.Outbox;
import org.handrail.messaging.kafka.EventJson;
import org.handrail.messaging.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The outbox table. */
public final class JdbcOutbox implements Outbox {

    /** The numbers follow the order of the arrays. */
    private static final String INSERT = """
            insert into outbox (topic, key, event_id, type, occurred_at, payload, headers, facts)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::bytea[], ?::jsonb[],
                ?::integer[])
            """;

    private final JdbcTemplate jdbc;
    private final EventJson json;
    private final JsonMapper headerJson = JsonMapper.shared();
    private final KafkaSettings kafka;
    private final Nudge nudge;

    /** @param nudge told of each commit that left rows, so that the relay need not wait for its next look */
    public JdbcOutbox(JdbcTemplate jdbc, EventJson json, KafkaSettings kafka, Nudge nudge) {
        this.jdbc = jdbc;
        this.json = json;
        this.kafka = kafka;
        this.nudge = nudge;
    }

    @Override
    public void publish(Event event, Instant occurredAt) {
        publishAll(List.of(event), occurredAt);
    }

    @Override
    public void publishAll(Collection<? extends Event> events, Instant occurredAt) {
        Map<String, List<OutboxRow>> topics = events.stream().map(event -> row(event, occurredAt))
                .collect(Collectors.groupingBy(OutboxRow::topic, LinkedHashMap::new, Collectors.toList()));
        List<Stored> rows = new ArrayList<>();
        topics.values().forEach(facts -> {
            for (int from = 0; from < facts.size(); from += Pack.MOST) {
                rows.addAll(Stored.of(facts.subList(from, Math.min(facts.size(), from + Pack.MOST))));
            }
        });
        store(rows);
    }

    @Override
    public void forget(UUID clientId, Instant occurredAt) {
        store(List.of(new Stored(new OutboxRow(kafka.nameOf(Topic.CONTACTS), clientId.toString(), UUID.randomUUID(),
                EventType.CONTACT_CHANGED, occurredAt, null, null), 1)));
    }

    /** A record as it is, headers included; for dead letters. */
    public void insert(Collection<OutboxRow> rows) {
        store(rows.stream().map(row -> new Stored(row, 1)).toList());
    }

    private record Stored(OutboxRow row, int facts) {

        static List<Stored> of(List<OutboxRow> facts) {
            if (facts.size() < Pack.FEWEST) {
                return facts.stream().map(fact -> new Stored(fact, 1)).toList();
            }
            OutboxRow first = facts.get(0);
            return List.of(new Stored(new OutboxRow(first.topic(), null, first.eventId(), first.type(),
                    first.occurredAt(), Pack.of(facts), null), facts.size()));
        }
    }

    private void store(List<Stored> rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The outbox must be written in the transaction that changes the state");
        }
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update((Connection connection) -> insert(connection, rows));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.give();
            }
        });
    }

    private OutboxRow row(Event event, Instant occurredAt) {
        EventType type = EventType.of(event);
        return new OutboxRow(kafka.nameOf(type.topic()), event.clientId().toString(), UUID.randomUUID(), type,
                occurredAt, json.write(event), null);
    }

    private PreparedStatement insert(Connection connection, List<Stored> stored) throws SQLException {
        List<OutboxRow> rows = stored.stream().map(Stored::row).toList();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setArray(1, texts(connection, rows, OutboxRow::topic));
        insert.setArray(2, texts(connection, rows, OutboxRow::key));
        insert.setArray(3, texts(connection, rows, row -> row.eventId().toString()));
        insert.setArray(4, texts(connection, rows, row -> row.type() == null ? "unknown" : row.type().code()));
        insert.setArray(5, texts(connection, rows, row -> row.occurredAt().toString()));
        insert.setArray(6, connection.createArrayOf("bytea", rows.stream().map(OutboxRow::payload).toArray(byte[][]::new)));
        insert.setArray(7, texts(connection, rows, row -> headers(row.headers())));
        insert.setArray(8, connection.createArrayOf("integer", stored.stream().map(Stored::facts).toArray()));
        return insert;
    }

    private static Array texts(Connection connection, List<OutboxRow> rows, Function<OutboxRow, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    private @Nullable String headers(@Nullable Map<String, String> headers) {
        return headers == null ? null : headerJson.writeValueAsString(headers);
    }
}
