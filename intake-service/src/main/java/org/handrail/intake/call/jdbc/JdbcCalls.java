package org.handrail.intake.call.jdbc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.intake.call.CallReport;
import org.handrail.intake.call.Calls;
import org.handrail.intake.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The call and webhook_delivery tables. */
public final class JdbcCalls implements Calls {

    private final JdbcClient jdbc;

    public JdbcCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean enterDelivery(String provider, String deliveryKey, Instant now) {
        return jdbc.sql("""
                insert into webhook_delivery (provider, delivery_key, received_at) values (:provider, :key, :now)
                on conflict do nothing
                """)
                .param("provider", provider).param("key", deliveryKey).param("now", Columns.utc(now))
                .update() == 1;
    }

    @Override
    public Optional<Known> lock(String provider, String callId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('call ' || :provider || ' ' || :call, 0))")
                .param("provider", provider).param("call", callId)
                .query((row, n) -> 1).single();
        return jdbc.sql("""
                select id, client_id, answered from call where provider = :provider and provider_call_id = :call
                """)
                .param("provider", provider).param("call", callId)
                .query((row, n) -> new Known(row.getObject("id", UUID.class), row.getObject("client_id", UUID.class),
                        row.getBoolean("answered")))
                .optional();
    }

    @Override
    public void save(Known call, CallReport report) {
        jdbc.sql("""
                insert into call (id, provider, provider_call_id, client_id, answered, ended_at)
                values (:id, :provider, :call, :client, :answered, :endedAt)
                on conflict (id) do update set answered = excluded.answered, ended_at = excluded.ended_at
                """)
                .param("id", call.id())
                .param("provider", report.provider())
                .param("call", report.callId())
                .param("client", call.clientId())
                .param("answered", call.answered())
                .param("endedAt", Columns.utc(report.endedAt()))
                .update();
    }

    @Override
    public int removeDeliveriesOlderThan(Instant limit) {
        return jdbc.sql("delete from webhook_delivery where received_at < :limit")
                .param("limit", Columns.utc(limit)).update();
    }
}
