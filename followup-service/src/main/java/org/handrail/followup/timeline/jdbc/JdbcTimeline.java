package org.handrail.followup.timeline.jdbc;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.handrail.followup.timeline.Timeline;
import org.handrail.followup.timeline.TimelineEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Records entries, one statement however many there are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class JdbcTimeline implements Timeline {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public JdbcTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Collection<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into timeline (entry_id, client_id, at, enrolment_id, code, details)
                        select * from unnest(:ids::uuid[], :clients::uuid[], :ats::timestamptz[], :enrolments::uuid[],
                                             :codes::text[], :details::jsonb[])
                        on conflict do nothing
                        """)
                .param("ids", texts(entries, TimelineEntry::entryId))
                .param("clients", texts(entries, TimelineEntry::clientId))
                .param("ats", texts(entries, TimelineEntry::at))
                .param("enrolments", texts(entries, TimelineEntry::enrolmentId))
                .param("codes", texts(entries, TimelineEntry::code))
                .param("details", texts(entries, entry -> JSON.writeValueAsString(entry.details())))
                .update();
    }

    private static @Nullable String[] texts(
            Collection<TimelineEntry> entries, Function<TimelineEntry, @Nullable Object> field) {
        return entries.stream().map(entry -> Objects.toString(field.apply(entry), null)).toArray(String[]::new);
    }
}
