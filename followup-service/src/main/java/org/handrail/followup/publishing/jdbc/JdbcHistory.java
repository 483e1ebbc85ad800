package org.handrail.followup.publishing.jdbc;

import static org.handrail.followup.jdbc.Columns.present;
import static org.handrail.followup.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.handrail.followup.publishing.History;
import org.handrail.followup.publishing.PublishedVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcHistory implements History {

    private final JdbcClient jdbc;

    public JdbcHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PublishedVersion> of(String scheduleId) {
        return jdbc.sql("""
                        select v.*, v.version is not distinct from s.published as current,
                               coalesce(e.enrolled, 0) as enrolled
                        from schedule_version v
                        join schedule s using (schedule_id)
                        left join (select schedule_version as version, count(*) as enrolled from enrolment
                                   where schedule_id = :id and ended_at is null group by 1) e using (version)
                        where v.schedule_id = :id
                        order by v.version desc""")
                .param("id", scheduleId).query(JdbcHistory::version).list();
    }

    @Override
    public Optional<PublishedVersion> current(String scheduleId) {
        return jdbc.sql("""
                        select v.*, true as current,
                               (select count(*) from enrolment e where e.schedule_id = v.schedule_id
                                    and e.schedule_version = v.version and ended_at is null) as enrolled
                        from schedule s
                        join schedule_version v on v.schedule_id = s.schedule_id and v.version = s.published
                        where s.schedule_id = ?""")
                .param(scheduleId).query(JdbcHistory::version).optional();
    }

    private static PublishedVersion version(ResultSet row, int number) throws SQLException {
        return new PublishedVersion(row.getString("schedule_id"), row.getInt("version"), present(row, "created_at"),
                uuid(row, "created_by"), row.getString("why"), row.getObject("rolls_back_to", Integer.class),
                row.getBoolean("current"), row.getLong("enrolled"));
    }
}
