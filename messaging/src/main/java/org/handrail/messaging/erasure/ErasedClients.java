package org.handrail.messaging.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Erases clients in one service and remembers their ids. Calls belong to the caller's transaction. */
public final class ErasedClients {

    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {
    };

    private final JdbcTemplate jdbc;
    private final List<PersonalData> personal;
    private final JsonMapper json = JsonMapper.shared();

    public ErasedClients(JdbcTemplate jdbc, List<PersonalData> personal) {
        this.jdbc = jdbc;
        this.personal = List.copyOf(personal);
    }

    /** Again for somebody erased before does no harm, and takes what has gathered since. */
    public void erase(UUID clientId, Instant at) {
        jdbc.update("""
                insert into erased_client (client_id, erased_at, counts) values (?, ?, '{}') on conflict do nothing
                """, clientId, at.atOffset(ZoneOffset.UTC));
        Map<String, Integer> counts = new TreeMap<>(counts(jdbc.queryForObject(
                "select counts from erased_client where client_id = ? for update", String.class, clientId)));
        boolean more = false;
        for (PersonalData each : personal) {
            Map<String, Integer> erased = each.erase(clientId);
            erased.forEach((what, rows) -> counts.merge(what, rows, Integer::sum));
            more |= erased.values().stream().anyMatch(rows -> rows > 0);
        }
        jdbc.update("""
                update erased_client set counts = ?::jsonb,
                    purged_at = case when ? then null else purged_at end,
                    known_at = case when ? then clock_timestamp() else known_at end
                where client_id = ?
                """, json.writeValueAsString(counts), more, more, clientId);
    }

    /** Which of these have been erased. */
    public Set<UUID> among(Collection<UUID> clientIds) {
        return Set.copyOf(jdbc.queryForList("select client_id from erased_client where client_id = any(?::uuid[])",
                UUID.class, (Object) clientIds.toArray(UUID[]::new)));
    }

    public Optional<Erasure> find(UUID clientId) {
        return jdbc.query("select * from erased_client where client_id = ?", (row, n) -> erasure(row), clientId)
                .stream().findFirst();
    }

    /** After so long in real time, {@link #toRepeat} gives the client. */
    public void repeatAfter(UUID clientId, Duration after) {
        jdbc.update("""
                update erased_client set repeats = 0,
                    repeat_at = clock_timestamp() + make_interval(secs => ?) where client_id = ?
                """, after.toMillis() / 1000.0, clientId);
    }

    /** Those whose time has come; each {@code times} in all, so long apart. Locks them until the transaction ends. */
    public List<UUID> toRepeat(Duration apart, int times, int atMost) {
        return jdbc.queryForList("""
                update erased_client set repeats = repeats + 1,
                    repeat_at = case when repeats + 1 < ? then clock_timestamp() + make_interval(secs => ?) end
                where client_id in (select client_id from erased_client where repeat_at <= clock_timestamp()
                    order by repeat_at limit ? for update skip locked)
                returning client_id
                """, UUID.class, times, apart.toMillis() / 1000.0, atMost);
    }

    private Erasure erasure(ResultSet row) throws SQLException {
        OffsetDateTime purged = row.getObject("purged_at", OffsetDateTime.class);
        return new Erasure(row.getObject("client_id", UUID.class),
                row.getObject("erased_at", OffsetDateTime.class).toInstant(), counts(row.getString("counts")),
                purged == null ? null : purged.toInstant());
    }

    private Map<String, Integer> counts(String stored) {
        return json.readValue(stored, COUNTS);
    }
}
