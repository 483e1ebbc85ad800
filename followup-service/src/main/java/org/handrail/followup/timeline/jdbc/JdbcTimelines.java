package org.handrail.followup.timeline.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.followup.timeline.TimelineEntry;
import org.handrail.followup.timeline.Timelines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads timelines from PostgreSQL. */
@Repository
public class JdbcTimelines implements Timelines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    public JdbcTimelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(UUID clientId, @Nullable Position before, int size) {
        List<Row> rows = jdbc.sql("""
                        select * from timeline
                        where client_id = :client
                          and (:at::timestamptz is null or (at, seq) < (:at, :seq))
                        order by at desc, seq desc
                        limit :limit
                        """)
                .param("client", clientId)
                .param("at", before == null ? null : before.at().atOffset(ZoneOffset.UTC))
                .param("seq", before == null ? 0 : before.seq())
                .param("limit", size + 1)
                .query(JdbcTimelines::row).list();
        List<TimelineEntry> entries = rows.stream().limit(size).map(Row::entry).toList();
        return new Page(entries, rows.size() <= size ? null : rows.get(size - 1).position());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        TimelineEntry entry = new TimelineEntry(
                row.getObject("entry_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("enrolment_id", UUID.class),
                row.getString("code"),
                JSON.readValue(row.getString("details"), DETAILS));
        return new Row(entry, new Position(entry.at(), row.getLong("seq")));
    }

    private record Row(TimelineEntry entry, Position position) {
    }
}
