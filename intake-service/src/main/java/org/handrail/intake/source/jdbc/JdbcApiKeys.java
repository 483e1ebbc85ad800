package org.handrail.intake.source.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.intake.jdbc.Columns;
import org.handrail.intake.source.ApiKey;
import org.handrail.intake.source.ApiKeys;
import org.handrail.intake.source.Source;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The api_key table. */
public final class JdbcApiKeys implements ApiKeys {

    private final JdbcClient jdbc;

    public JdbcApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Source source, ApiKey key, Instant now) {
        jdbc.sql("""
                insert into api_key (id, source, sha256, created_at) values (:id, :source, :sha256, :now)
                on conflict (sha256) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("source", source.name())
                .param("sha256", key.sha256())
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public Optional<Source> sourceOf(ApiKey key) {
        return jdbc.sql("select source from api_key where sha256 = :sha256 and revoked_at is null")
                .param("sha256", key.sha256())
                .query(String.class)
                .optional()
                .map(Source::new);
    }

    @Override
    public List<Listed> all() {
        return jdbc.sql("select id, source, created_at, revoked_at from api_key order by source, created_at")
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        new Source(row.getString("source")),
                        Objects.requireNonNull(Columns.instantOrNull(row, "created_at")),
                        Columns.instantOrNull(row, "revoked_at")))
                .list();
    }

    @Override
    public boolean revoke(UUID id, Instant now) {
        return jdbc.sql("update api_key set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id).param("now", Columns.utc(now))
                .update() == 1;
    }
}
