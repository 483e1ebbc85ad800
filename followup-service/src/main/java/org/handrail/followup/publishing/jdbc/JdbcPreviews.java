package org.handrail.followup.publishing.jdbc;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.jdbc.Columns;
import org.handrail.followup.publishing.Preview;
import org.handrail.followup.publishing.Previews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPreviews implements Previews {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    JdbcPreviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Preview preview) {
        jdbc.sql("delete from schedule_preview where as_of < ?")
                .param(Columns.utc(preview.asOf().minus(KEPT))).update();
        jdbc.sql("""
                        insert into schedule_preview (preview_id, schedule_id, draft, revision, as_of, result)
                        values (?, ?, ?, ?, ?, ?::jsonb)""")
                .params(preview.id(), preview.scheduleId(), preview.draft(), preview.revision(),
                        Columns.utc(preview.asOf()), Json.of(preview))
                .update();
    }

    @Override
    public Optional<Preview> find(UUID previewId) {
        return jdbc.sql("select result from schedule_preview where preview_id = ?").param(previewId)
                .query(String.class).optional().map(json -> Json.read(json, Preview.class));
    }
}
