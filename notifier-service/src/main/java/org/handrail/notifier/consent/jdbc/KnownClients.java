package org.handrail.notifier.consent.jdbc;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Clients of whom the intake topic has told something. */
final class KnownClients {

    private static final String REMEMBER = """
            insert into known_client (client_id) select * from unnest(?::uuid[]) on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    KnownClients(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void remember(List<UUID> clients) {
        jdbc.update(REMEMBER, (Object) clients.toArray(UUID[]::new));
    }
}
