package org.handrail.notifier.consent.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Purpose;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.consent.Withdrawals.Stopped;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The derived rows, one a client and purpose. */
final class Preferences {

    private static final String OF_CLIENTS = """
            select * from consent where client_id = any(?::uuid[])
            """;
    private static final String KEEP = """
            insert into consent (client_id, purpose, state, how, since, expires_at) values (?, ?, ?, ?, ?, ?)
            on conflict (client_id, purpose) do update
            set state = excluded.state, how = excluded.how, since = excluded.since, expires_at = excluded.expires_at
            """;
    private static final String EXPIRED = """
            select distinct client_id from consent where state = 'IN_FORCE' and expires_at <= ? limit 1000
            """;

    private final JdbcTemplate jdbc;

    Preferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<Stopped, Preference> of(Collection<UUID> clients) {
        Map<Stopped, Preference> found = new HashMap<>();
        jdbc.query(OF_CLIENTS, row -> {
            found.put(new Stopped(row.getObject("client_id", UUID.class), Purpose.valueOf(row.getString("purpose"))),
                    preference(row));
        }, (Object) clients.toArray(UUID[]::new));
        return found;
    }

    void keep(Map<Stopped, Preference> changed) {
        jdbc.batchUpdate(KEEP, changed.entrySet(), 500, (insert, entry) -> {
            insert.setObject(1, entry.getKey().clientId());
            insert.setString(2, entry.getKey().purpose().name());
            insert.setString(3, entry.getValue().state().name());
            insert.setString(4, entry.getValue().how().name());
            insert.setObject(5, Columns.utc(entry.getValue().since()));
            insert.setObject(6, Columns.utcOrNull(entry.getValue().expiresAt()));
        });
    }

    List<UUID> expiredBy(Instant now) {
        return jdbc.queryForList(EXPIRED, UUID.class, Columns.utc(now));
    }

    private static Preference preference(ResultSet row) throws SQLException {
        return new Preference(
                Preference.State.valueOf(row.getString("state")),
                HowGiven.valueOf(row.getString("how")),
                instant(row, "since"),
                instantOrNull(row, "expires_at"));
    }
}
