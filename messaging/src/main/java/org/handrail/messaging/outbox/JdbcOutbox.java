package org.handrail.messaging.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private static final String INSERT = """
            insert into outbox (topic, key, event_id, type, occurred_at, payload, headers)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
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
        insert(events.stream().map(event -> row(event, occurredAt)).toList());
    }

    @Override
    public void forget(UUID clientId, Instant occurredAt) {
        insert(List.of(new OutboxRow(0, kafka.nameOf(Topic.CONTACTS), clientId.toString(), UUID.randomUUID(),
                EventType.CONTACT_CHANGED, occurredAt, null, null)));
    }

    /** A record as it is, headers included; for dead letters. */
    public void insert(Collection<OutboxRow> rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The outbox must be written in the transaction that changes the state");
        }
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(INSERT, rows, 500, this::bind);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.give();
            }
        });
    }

    private OutboxRow row(Event event, Instant occurredAt) {
        EventType type = EventType.of(event);
        return new OutboxRow(0, kafka.nameOf(type.topic()), event.clientId().toString(), UUID.randomUUID(), type,
                occurredAt, json.write(event), null);
    }

    private void bind(PreparedStatement insert, OutboxRow row) throws SQLException {
        insert.setString(1, row.topic());
        insert.setString(2, row.key());
        insert.setObject(3, row.eventId());
        insert.setString(4, row.type() == null ? "unknown" : row.type().code());
        insert.setObject(5, OffsetDateTime.ofInstant(row.occurredAt(), ZoneOffset.UTC));
        insert.setBytes(6, row.payload());
        insert.setString(7, headers(row.headers()));
    }

    private @Nullable String headers(@Nullable Map<String, String> headers) {
        return headers == null ? null : headerJson.writeValueAsString(headers);
    }
}
