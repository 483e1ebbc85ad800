package org.handrail.followup.timeline.jdbc;

import java.nio.charset.StandardCharsets;
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

/**
 * Reads timelines from PostgreSQL. That a step was handed over for email stands in the step itself, which is never
 * changed after that: telling it a second time would be a good part of what releasing a step costs.
 */
@Repository
public class JdbcTimelines implements Timelines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    public JdbcTimelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Mailed steps come after what else was told at the same instant, in an order that stays the same. */
    @Override
    public Page page(UUID clientId, @Nullable Position before, int size) {
        List<Row> rows = jdbc.sql("""
                        with mailed as (
                            select null::uuid as entry_id,
                                -1 - (hashtextextended(s.enrolment_id || s.step_key, s.appointment_version)
                                    & 9223372036854775807) as seq,
                                e.client_id, s.released_at as at, s.enrolment_id, 'step.mailed' as code,
                                jsonb_build_object('schedule', e.schedule_id, 'step', s.step_key) as details
                            from enrolment e join due_step s using (enrolment_id)
                            where e.client_id = :client and s.state = 'DONE' and s.reason = 'mailed'
                                and s.released_at is not null),
                        told as (
                            select * from timeline where client_id = :client and code <> 'step.mailed'
                                and (:at::timestamptz is null or (at, seq) < (:at, :seq))
                            order by at desc, seq desc limit :limit)
                        select * from told
                        union all
                        select * from mailed where :at::timestamptz is null or (at, seq) < (:at, :seq)
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
        UUID clientId = row.getObject("client_id", UUID.class);
        Position position = new Position(
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("seq"));
        UUID entryId = row.getObject("entry_id", UUID.class);
        TimelineEntry entry = new TimelineEntry(
                entryId == null ? derived(clientId, position) : entryId,
                clientId,
                position.at(),
                row.getObject("enrolment_id", UUID.class),
                row.getString("code"),
                JSON.readValue(row.getString("details"), DETAILS));
        return new Row(entry, position);
    }

    private static UUID derived(UUID clientId, Position position) {
        return UUID.nameUUIDFromBytes((clientId + "/step.mailed/" + position.at() + "/" + position.seq())
                .getBytes(StandardCharsets.UTF_8));
    }

    private record Row(TimelineEntry entry, Position position) {
    }
}
