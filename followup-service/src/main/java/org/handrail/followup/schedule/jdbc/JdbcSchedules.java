package org.handrail.followup.schedule.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what it has read: published versions never change, only which one is published does. */
@Repository
class JdbcSchedules implements Schedules {

    private static final String VERSIONS = """
            select schedule_id, version, definition from schedule_version where schedule_id = ?""";

    private record Key(String id, int version) {
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ScheduleReader reader = new ScheduleReader();
    private final Map<Key, Schedule> read = new ConcurrentHashMap<>();

    JdbcSchedules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<ScheduleVersion> published() {
        EnrollingLock.shared(jdbc);
        return jdbc.sql("select schedule_id, published from schedule where published is not null order by schedule_id")
                .query((row, n) -> new Key(row.getString("schedule_id"), row.getInt("published")))
                .list().stream()
                .map(key -> new ScheduleVersion(schedule(key), key.version()))
                .toList();
    }

    @Override
    public Optional<ScheduleVersion> find(String id, int version) {
        Schedule known = read.get(new Key(id, version));
        return known != null ? Optional.of(new ScheduleVersion(known, version))
                : jdbc.sql(VERSIONS + " and version = ?").params(id, version).query(this::version).optional();
    }

    @Override
    public List<ScheduleVersion> versions(String id) {
        return jdbc.sql(VERSIONS + " order by version").param(id).query(this::version).list();
    }

    @Override
    public void addFirst(Schedule schedule, String definition) {
        jdbc.sql("insert into schedule (schedule_id) values (?) on conflict do nothing").param(schedule.id()).update();
        int added = jdbc.sql("""
                        insert into schedule_version (schedule_id, version, definition, created_at)
                        select ?, 1, ?::jsonb, ?
                        where not exists (select from schedule_version where schedule_id = ?)
                        on conflict do nothing""")
                .params(schedule.id(), definition, clock.instant().atOffset(ZoneOffset.UTC), schedule.id())
                .update();
        if (added == 1) {
            jdbc.sql("update schedule set published = 1 where schedule_id = ?").param(schedule.id()).update();
        }
    }

    private Schedule schedule(Key key) {
        Schedule known = read.get(key);
        return known != null ? known : find(key.id(), key.version()).orElseThrow().schedule();
    }

    private ScheduleVersion version(ResultSet row, int n) throws SQLException {
        Key key = new Key(row.getString("schedule_id"), row.getInt("version"));
        Schedule schedule = reader.readStored(row.getString("definition"));
        read.put(key, schedule);
        return new ScheduleVersion(schedule, key.version());
    }
}
