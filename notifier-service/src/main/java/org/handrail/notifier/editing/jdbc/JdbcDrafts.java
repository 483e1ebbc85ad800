package org.handrail.notifier.editing.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.handrail.notifier.editing.Draft;
import org.handrail.notifier.editing.Drafts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Drafts in PostgreSQL. */
public final class JdbcDrafts implements Drafts {

    private static final String BEGIN = """
            insert into template_draft (key, revision, based_on, sources, editor, edited_at)
            values (?, nextval('template_draft_revision'), ?, ?::jsonb, ?, ?) on conflict do nothing
            returning revision
            """;
    private static final String REPLACE = """
            update template_draft set revision = nextval('template_draft_revision'), based_on = ?, sources = ?::jsonb,
                   editor = ?, edited_at = ?
            where key = ? and revision = ? returning revision
            """;

    private final JdbcTemplate jdbc;

    public JdbcDrafts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Draft> all() {
        return jdbc.query("select * from template_draft", (row, n) -> draft(row));
    }

    @Override
    public Optional<Draft> find(String key) {
        return find(key, "");
    }

    @Override
    public Optional<Draft> lock(String key) {
        return find(key, " for update");
    }

    private Optional<Draft> find(String key, String lock) {
        return jdbc.query("select * from template_draft where key = ?" + lock, (row, n) -> draft(row), key)
                .stream().findFirst();
    }

    @Override
    public Optional<Draft> keep(Draft draft) {
        String json = SourcesJson.write(draft.sources());
        List<Integer> revision = draft.revision() == 0
                ? jdbc.queryForList(BEGIN, Integer.class, draft.key(), draft.basedOn(), json, draft.editor(),
                        utc(draft.editedAt()))
                : jdbc.queryForList(REPLACE, Integer.class, draft.basedOn(), json, draft.editor(), utc(draft.editedAt()),
                        draft.key(), draft.revision());
        return revision.stream().findFirst().map(number -> new Draft(draft.key(), number, draft.basedOn(),
                draft.sources(), draft.editor(), draft.editedAt()));
    }

    @Override
    public boolean discard(String key, int revision) {
        return jdbc.update("delete from template_draft where key = ? and revision = ?", key, revision) == 1;
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(row.getString("key"), row.getInt("revision"), row.getInt("based_on"),
                SourcesJson.read(row.getString("sources")), row.getString("editor"), instant(row, "edited_at"));
    }
}
