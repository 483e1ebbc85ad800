package org.handrail.notifier.consent.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The row that stands for a client's ledger: the lock, and the version of what was told last. */
final class LedgerRows {

    private static final String OPEN = """
            insert into consent_ledger (client_id) select * from unnest(?::uuid[]) as id order by id
            on conflict do nothing
            """;
    /** In one order everywhere, so that two batches can't wait for each other. */
    private static final String LOCK = """
            select client_id, version from consent_ledger where client_id = any(?::uuid[]) order by client_id
            for no key update
            """;
    private static final String ADVANCE = """
            update consent_ledger set version = ? where client_id = ? and version <> ?
            """;

    private final JdbcTemplate jdbc;

    LedgerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Long> lock(Collection<UUID> clients) {
        Object ids = clients.toArray(UUID[]::new);
        jdbc.update(OPEN, ids);
        Map<UUID, Long> versions = new HashMap<>();
        jdbc.query(LOCK, row -> {
            versions.put(row.getObject("client_id", UUID.class), row.getLong("version"));
        }, ids);
        return versions;
    }

    void advance(Map<UUID, Long> versions) {
        jdbc.batchUpdate(ADVANCE, versions.entrySet(), 500, (update, entry) -> {
            update.setLong(1, entry.getValue());
            update.setObject(2, entry.getKey());
            update.setLong(3, entry.getValue());
        });
    }
}
