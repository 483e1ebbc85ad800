package org.handrail.followup.staff.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.handrail.followup.staff.SignInAttempts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Attempts in PostgreSQL. */
@Repository
public class JdbcSignInAttempts implements SignInAttempts {

    private final JdbcClient jdbc;

    public JdbcSignInAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Counts enter(UUID attempt, String nameDigest, String addressDigest, Instant at, Instant since) {
        // one guess at a time for a name: many at once would all see too few before them
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:name))").param("name", nameDigest).query(row -> { });
        Counts before = count(nameDigest, addressDigest, since);
        jdbc.sql("""
                        insert into sign_in_attempt (id, name_digest, address_digest, at)
                        values (:id, :name, :address, :at)
                        """)
                .param("id", attempt).param("name", nameDigest).param("address", addressDigest).param("at", utc(at))
                .update();
        return before;
    }

    private Counts count(String nameDigest, String addressDigest, Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where name_digest = :name and address_digest = :address) as both,
                               count(*) filter (where name_digest = :name) as for_name,
                               count(*) filter (where address_digest = :address) as from_address,
                               exists (select from sign_in_address known
                                       where known.name_digest = :name and known.address_digest = :address) as known
                        from sign_in_attempt
                        where at > :since and (name_digest = :name or address_digest = :address)
                        """)
                .param("name", nameDigest).param("address", addressDigest).param("since", utc(since))
                .query((row, number) -> new Counts(row.getInt("both"), row.getInt("for_name"),
                        row.getInt("from_address"), row.getBoolean("known")))
                .single();
    }

    @Override
    public void withdraw(UUID attempt) {
        jdbc.sql("delete from sign_in_attempt where id = :id").param("id", attempt).update();
    }

    @Override
    @Transactional
    public void succeeded(String nameDigest, String addressDigest, Instant at) {
        jdbc.sql("delete from sign_in_attempt where name_digest = :name and address_digest = :address")
                .param("name", nameDigest).param("address", addressDigest).update();
        jdbc.sql("""
                        insert into sign_in_address (name_digest, address_digest, last_at)
                        values (:name, :address, :at)
                        on conflict (name_digest, address_digest) do update set last_at = excluded.last_at
                        where sign_in_address.last_at < excluded.last_at - interval '1 hour'
                        """)
                .param("name", nameDigest).param("address", addressDigest).param("at", utc(at)).update();
    }

    @Override
    @Transactional
    public void forgetBefore(Instant at) {
        jdbc.sql("delete from sign_in_attempt where at < :at").param("at", utc(at)).update();
        jdbc.sql("delete from sign_in_address where last_at < :at::timestamptz - interval '90 days'")
                .param("at", utc(at)).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
