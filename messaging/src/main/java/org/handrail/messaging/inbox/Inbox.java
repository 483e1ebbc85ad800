package org.handrail.messaging.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers which facts a consumer has taken in. Every call belongs to the caller's transaction. */
public final class Inbox {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public Inbox(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters the facts and returns those that were new. Two instances with the same fact: the second waits. */
    public Set<UUID> enter(String consumer, Collection<UUID> eventIds) {
        return jdbc.execute((Connection connection) -> {
            Array ids = connection.createArrayOf("uuid", eventIds.stream().distinct().sorted().toArray());
            try (var insert = connection.prepareStatement("""
                    insert into inbox (event_id, consumer, received_at)
                    select id, ?, ? from unnest(?) as id
                    on conflict do nothing
                    returning event_id
                    """)) {
                insert.setString(1, consumer);
                insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.setArray(3, ids);
                Set<UUID> fresh = new HashSet<>();
                try (var rows = insert.executeQuery()) {
                    while (rows.next()) {
                        fresh.add(rows.getObject(1, UUID.class));
                    }
                }
                return fresh;
            }
        });
    }

    /** So that a dead letter which is replayed counts as new for this consumer. */
    public void forget(String consumer, UUID eventId) {
        jdbc.update("delete from inbox where event_id = ? and consumer = ?", eventId, consumer);
    }

    /** Removes what no topic can deliver again. */
    public int removeOlderThan(Duration age) {
        return jdbc.update("delete from inbox where received_at < ?",
                OffsetDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC));
    }
}
