package org.handrail.followup.enrolment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.enrolment.TimeZoneReleases;
import org.handrail.followup.enrolment.TimeZoneReport;
import org.handrail.followup.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimeZoneReleases implements TimeZoneReleases {

    private final JdbcClient jdbc;

    JdbcTimeZoneReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fresh database goes by the present release from the start. The row of the release makes instances wait. */
    @Override
    public boolean begin(String tzdb, Instant now) {
        jdbc.sql("insert into time_zone_release (tzdb) values (?) on conflict do nothing").param(tzdb).update();
        String noted = jdbc.sql("select tzdb from time_zone_release for update").query(String.class).single();
        Optional<String> unfinished = jdbc.sql("select to_release from time_zone_report where finished_at is null")
                .query(String.class).optional();
        if (unfinished.isEmpty() && noted.equals(tzdb)) {
            return false;
        }
        if (unfinished.isEmpty() || !unfinished.get().equals(tzdb)) {
            jdbc.sql("update time_zone_report set finished_at = ?, superseded = true where finished_at is null")
                    .param(Columns.utc(now)).update();
            jdbc.sql("insert into time_zone_report (from_release, to_release, started_at) values (?, ?, ?)")
                    .params(unfinished.orElse(noted), tzdb, Columns.utc(now)).update();
        }
        return true;
    }

    @Override
    public Optional<Running> hold(String tzdb) {
        return jdbc.sql("""
                        select report_id, last_client from time_zone_report
                        where finished_at is null and to_release = ? for update""")
                .param(tzdb)
                .query((row, n) -> new Running(row.getLong("report_id"), Columns.uuid(row, "last_client")))
                .optional();
    }

    @Override
    public List<UUID> clientsOfOthers(String tzdb, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select e.client_id from enrolment e
                        where e.ended_at is null and (:after::uuid is null or e.client_id > :after::uuid) and exists (
                            select from due_step s
                            where s.enrolment_id = e.enrolment_id and s.state = 'PENDING' and s.tzdb <> :tzdb)
                        group by e.client_id order by e.client_id limit :most""")
                .param("after", after == null ? null : after.toString()).param("tzdb", tzdb).param("most", most)
                .query(UUID.class).list();
    }

    @Override
    public void advance(long report, List<UUID> clients, int steps, List<Duration> shifts) {
        // least and greatest pass over null
        jdbc.sql("""
                        update time_zone_report set last_client = ?::uuid, clients = clients + ?, steps = steps + ?,
                            moved = moved + ?,
                            earliest_shift_seconds = least(earliest_shift_seconds, ?::bigint),
                            latest_shift_seconds = greatest(latest_shift_seconds, ?::bigint)
                        where report_id = ?""")
                .params(clients.get(clients.size() - 1).toString(), clients.size(), steps, shifts.size(),
                        shifts.stream().min(Comparator.naturalOrder()).map(Duration::toSeconds).orElse(null),
                        shifts.stream().max(Comparator.naturalOrder()).map(Duration::toSeconds).orElse(null), report)
                .update();
    }

    @Override
    public TimeZoneReport finish(long report, Instant now) {
        jdbc.sql("update time_zone_report set finished_at = ? where report_id = ?")
                .params(Columns.utc(now), report).update();
        TimeZoneReport finished = jdbc.sql("select * from time_zone_report where report_id = ?").param(report)
                .query(JdbcTimeZoneReleases::report).single();
        jdbc.sql("update time_zone_release set tzdb = ?").param(finished.to()).update();
        return finished;
    }

    @Override
    public List<TimeZoneReport> reports(int most) {
        return jdbc.sql("select * from time_zone_report order by report_id desc limit ?").param(most)
                .query(JdbcTimeZoneReleases::report).list();
    }

    private static TimeZoneReport report(ResultSet row, int n) throws SQLException {
        return new TimeZoneReport(row.getLong("report_id"), row.getString("from_release"), row.getString("to_release"),
                Columns.present(row, "started_at"), Columns.instant(row, "finished_at"), row.getBoolean("superseded"),
                row.getInt("clients"), row.getInt("steps"), row.getInt("moved"),
                duration(row, "earliest_shift_seconds"), duration(row, "latest_shift_seconds"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }
}
