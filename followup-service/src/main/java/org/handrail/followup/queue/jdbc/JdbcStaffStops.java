package org.handrail.followup.queue.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.queue.StaffStop;
import org.handrail.followup.queue.StaffStops;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stops in PostgreSQL. */
@Repository
public class JdbcStaffStops implements StaffStops {

    private final JdbcClient jdbc;

    public JdbcStaffStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enter(StaffStop stop, Instant nextAttempt) {
        return jdbc.sql("""
                        insert into staff_stop (stop_id, client_id, task_id, recorded_by, note, heard_at, next_attempt_at)
                        values (:stop, :client, :task, :by, :note, :heard, :next)
                        on conflict (task_id) do nothing
                        """)
                .param("stop", stop.stopId())
                .param("client", stop.clientId())
                .param("task", stop.taskId())
                .param("by", stop.recordedBy())
                .param("note", stop.note())
                .param("heard", stop.heardAt().atOffset(ZoneOffset.UTC))
                .param("next", nextAttempt.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    @Override
    public Optional<StaffStop> ofTask(UUID taskId) {
        return jdbc.sql("select * from staff_stop where task_id = :task").param("task", taskId)
                .query(JdbcStaffStops::stop).optional();
    }

    @Override
    public List<StaffStop> ofClient(UUID clientId) {
        return jdbc.sql("select * from staff_stop where client_id = :client order by heard_at desc")
                .param("client", clientId).query(JdbcStaffStops::stop).list();
    }

    @Override
    public Collection<UUID> tasksWaiting(Collection<UUID> taskIds) {
        return jdbc.sql("""
                        select task_id from staff_stop
                        where in_force_since is null and task_id = any(:tasks::uuid[])
                        """)
                .param("tasks", taskIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class).set();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean inForce(UUID stopId, Instant since) {
        return jdbc.sql("""
                        update staff_stop set in_force_since = :since
                        where stop_id = :stop and in_force_since is null
                        """)
                .param("stop", stopId).param("since", since.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StaffStop> claimDue(Instant at, Instant leaseUntil, int atMost) {
        return jdbc.sql("""
                        update staff_stop set next_attempt_at = :until
                        where stop_id in (select stop_id from staff_stop
                                          where in_force_since is null and next_attempt_at <= :at
                                          order by next_attempt_at limit :limit
                                          for update skip locked)
                        returning *
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", leaseUntil.atOffset(ZoneOffset.UTC))
                .param("limit", atMost)
                .query(JdbcStaffStops::stop).list();
    }

    private static StaffStop stop(ResultSet row, int number) throws SQLException {
        OffsetDateTime since = row.getObject("in_force_since", OffsetDateTime.class);
        return new StaffStop(
                row.getObject("stop_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("recorded_by", UUID.class),
                row.getString("note"),
                TaskRows.instant(row, "heard_at"),
                since == null ? null : since.toInstant());
    }
}
