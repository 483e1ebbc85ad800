package org.handrail.notifier.editing.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.editing.Versions;
import org.springframework.jdbc.core.JdbcTemplate;

/** Versions in PostgreSQL; the primary key settles who publishes a number. */
public final class JdbcVersions implements Versions {

    private static final String ADD = """
            insert into template_version (key, version, sources, published_at, published_by, why, same_as, shipped)
            values (?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    public JdbcVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> inForce() {
        Map<String, Integer> newest = new HashMap<>();
        jdbc.query("select key, max(version) from template_version group by key",
                row -> {
                    newest.put(row.getString(1), row.getInt(2));
                });
        return newest;
    }

    @Override
    public List<TemplateVersion> allInForce() {
        return jdbc.query("select distinct on (key) * from template_version order by key, version desc",
                (row, n) -> version(row));
    }

    @Override
    public Optional<TemplateVersion> newest(String key) {
        return first(jdbc.query("select * from template_version where key = ? order by version desc limit 1",
                (row, n) -> version(row), key));
    }

    @Override
    public Optional<TemplateVersion> find(String key, int version) {
        return first(jdbc.query("select * from template_version where key = ? and version = ?",
                (row, n) -> version(row), key, version));
    }

    @Override
    public List<TemplateVersion> history(String key) {
        return jdbc.query("select * from template_version where key = ? order by version desc",
                (row, n) -> version(row), key);
    }

    @Override
    public boolean add(TemplateVersion version) {
        return jdbc.update(ADD, version.key(), version.version(), SourcesJson.write(version.sources()),
                utc(version.publishedAt()), version.publishedBy(), version.why(), version.sameAs(),
                version.shipped()) == 1;
    }

    /** Nobody else publishes until the transaction ends. */
    void lockAll() {
        jdbc.execute("lock table template_version in share row exclusive mode");
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    private static TemplateVersion version(ResultSet row) throws SQLException {
        int sameAs = row.getInt("same_as");
        boolean itsOwn = row.wasNull();
        return new TemplateVersion(row.getString("key"), row.getInt("version"), SourcesJson.read(row.getString("sources")),
                instant(row, "published_at"), row.getString("published_by"), row.getString("why"),
                itsOwn ? null : sameAs, row.getBoolean("shipped"));
    }
}
