package org.handrail.followup.publishing.jdbc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.jdbc.Columns;
import org.handrail.followup.publishing.Versions;
import org.handrail.followup.schedule.jdbc.EnrollingLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVersions implements Versions {

    private final JdbcClient jdbc;

    JdbcVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void holdEnrolling() {
        EnrollingLock.alone(jdbc);
    }

    @Override
    public Optional<Integer> published(String scheduleId) {
        return jdbc.sql("select published from schedule where schedule_id = ? and published is not null")
                .param(scheduleId).query(Integer.class).optional();
    }

    @Override
    public int publish(
            String scheduleId, String definition, UUID by, String why, @Nullable Integer rollsBackTo, Instant at) {
        jdbc.sql("insert into schedule (schedule_id) values (?) on conflict do nothing").param(scheduleId).update();
        int version = jdbc.sql("""
                        insert into schedule_version
                            (schedule_id, version, definition, created_at, created_by, why, rolls_back_to)
                        select :id, coalesce(max(version), 0) + 1, :definition::jsonb, :at, :by, :why,
                            :rollsBackTo::integer
                        from schedule_version where schedule_id = :id
                        returning version""")
                .param("id", scheduleId).param("definition", definition).param("at", Columns.utc(at)).param("by", by)
                .param("why", why).param("rollsBackTo", rollsBackTo)
                .query(Integer.class).single();
        jdbc.sql("update schedule set published = ? where schedule_id = ?").params(version, scheduleId).update();
        return version;
    }
}
