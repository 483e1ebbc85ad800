package org.handrail.followup.audit.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.audit.AuditEntry;
import org.handrail.followup.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail in a table that refuses updates and deletes. */
@Repository
public class JdbcAuditTrail implements AuditTrail {

    private static final Duration ONE_VIEW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    public JdbcAuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(AuditEntry entry) {
        jdbc.sql("""
                        insert into audit_log (at, account_id, action, client_id, subject)
                        values (:at, :account, :action, :client, :subject)
                        """)
                .param("at", utc(entry.at()))
                .param("account", entry.account())
                .param("action", entry.action())
                .param("client", entry.clientId())
                .param("subject", entry.subject())
                .update();
    }

    @Override
    public void recordListed(UUID account, Collection<UUID> clients, Instant at) {
        if (clients.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into audit_log (at, account_id, action, client_id)
                        select distinct :at::timestamptz, :account::uuid, 'client.listed', shown.client
                        from unnest(:clients::uuid[]) as shown (client)
                        where not exists (
                            select from audit_log seen
                            where seen.action = 'client.listed' and seen.account_id = :account
                              and seen.client_id = shown.client and seen.at > :since and seen.at <= :at)
                        """)
                .param("at", utc(at))
                .param("since", utc(at.minus(ONE_VIEW)))
                .param("account", account)
                .param("clients", clients.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    @Override
    public List<Recorded> page(@Nullable UUID clientId, @Nullable Long before, int size) {
        return jdbc.sql("""
                        select * from audit_log
                        where (:client::uuid is null or client_id = :client)
                          and (:before::bigint is null or number < :before)
                        order by number desc limit :size
                        """)
                .param("client", clientId).param("before", before).param("size", size)
                .query((row, number) -> new Recorded(row.getLong("number"), new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("account_id", UUID.class),
                        row.getString("action"),
                        row.getObject("client_id", UUID.class),
                        row.getString("subject"))))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
