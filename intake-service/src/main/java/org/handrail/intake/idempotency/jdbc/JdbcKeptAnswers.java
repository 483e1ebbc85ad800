package org.handrail.intake.idempotency.jdbc;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.handrail.intake.idempotency.Answer;
import org.handrail.intake.idempotency.Fingerprint;
import org.handrail.intake.idempotency.Kept;
import org.handrail.intake.idempotency.KeptAnswers;
import org.handrail.intake.idempotency.RequestKey;
import org.handrail.intake.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answered_request table; locks are advisory ones of the transaction, so they end with it however it ends. */
public final class JdbcKeptAnswers implements KeptAnswers {

    private final JdbcClient jdbc;

    public JdbcKeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean tryLock(RequestKey key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", number(key)).query(Boolean.class).single();
    }

    @Override
    public void lock(RequestKey key) {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", number(key)).query((row, n) -> 1).single();
    }

    @Override
    public Optional<Kept> find(RequestKey key) {
        return jdbc.sql("select fingerprint, status, body from answered_request where scope = :scope and key = :key")
                .param("scope", key.scope())
                .param("key", digest(key))
                .query((row, n) -> new Kept(row.getBytes("fingerprint"),
                        new Answer(row.getInt("status"), row.getString("body"))))
                .optional();
    }

    @Override
    public void keep(RequestKey key, Kept kept, Instant now) {
        jdbc.sql("""
                insert into answered_request (scope, key, fingerprint, status, body, answered_at)
                values (:scope, :key, :fingerprint, :status, :body, :now)
                on conflict (scope, key) do update
                set fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body
                """)
                .param("scope", key.scope())
                .param("key", digest(key))
                .param("fingerprint", kept.fingerprint())
                .param("status", kept.answer().status())
                .param("body", kept.answer().body())
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return jdbc.sql("delete from answered_request where answered_at < :limit")
                .param("limit", Columns.utc(limit)).update();
    }

    /** A sender may have put anything into its key, an address for instance. */
    private static String digest(RequestKey key) {
        return HexFormat.of().formatHex(Fingerprint.of(key.key()));
    }

    /** 64 bits of a hash: two keys that collide would only take turns. */
    private static long number(RequestKey key) {
        return ByteBuffer.wrap(Fingerprint.of("answered_request", key.scope(), key.key())).getLong();
    }
}
