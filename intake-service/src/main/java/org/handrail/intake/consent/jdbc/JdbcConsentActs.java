package org.handrail.intake.consent.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.handrail.intake.consent.ConsentActs;
import org.handrail.intake.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consent_act table. */
public final class JdbcConsentActs implements ConsentActs {

    private final JdbcClient jdbc;

    public JdbcConsentActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean enter(UUID actId, UUID clientId, String source, String kind, Instant occurredAt, Instant now) {
        return jdbc.sql("""
                insert into consent_act (id, client_id, source, kind, occurred_at, received_at)
                values (:id, :client, :source, :kind, :occurredAt, :now)
                on conflict do nothing
                """)
                .param("id", actId)
                .param("client", clientId)
                .param("source", source)
                .param("kind", kind)
                .param("occurredAt", Columns.utc(occurredAt))
                .param("now", Columns.utc(now))
                .update() == 1;
    }
}
