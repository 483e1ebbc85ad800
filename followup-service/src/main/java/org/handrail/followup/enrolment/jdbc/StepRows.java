package org.handrail.followup.enrolment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.followup.jdbc.Columns;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.StepState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps with their times. */
public final class StepRows {

    private final JdbcClient jdbc;

    public StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<DueStep>> of(Collection<UUID> enrolmentIds) {
        return jdbc.sql("select * from due_step where enrolment_id = any(?::uuid[]) order by due_at")
                .param(Columns.array(enrolmentIds, id -> id))
                .query(StepRows::step).list().stream()
                .collect(Collectors.groupingBy(DueStep::enrolmentId));
    }

    /** From a row that has the columns of {@code due_step} under their names. */
    public static DueStep step(ResultSet row, int n) throws SQLException {
        String delivery = row.getString("delivery");
        return new DueStep(Columns.id(row, "enrolment_id"), row.getString("step_key"),
                row.getInt("appointment_version"), row.getInt("schedule_version"), row.getBoolean("email"),
                row.getBoolean("as_task"),
                Columns.present(row, "anchor"), row.getObject("wall", LocalDateTime.class), row.getString("zone"),
                row.getString("tzdb"), Columns.present(row, "due_at"), Columns.instant(row, "deadline"),
                StepState.valueOf(row.getString("state")), row.getString("reason"),
                Columns.instant(row, "released_at"),
                delivery == null ? null : DeliveryChanged.State.valueOf(delivery));
    }

    /** Makes what was dropped or skipped pending again, unless somebody else has made something of it meanwhile. */
    void takeUpAgain(List<DueStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update due_step set state = 'PENDING', reason = null
                        from unnest(?::uuid[], ?::text[], ?::integer[]) as n (enrolment_id, step_key, version)
                        where due_step.enrolment_id = n.enrolment_id and due_step.step_key = n.step_key
                            and due_step.appointment_version = n.version and due_step.state in ('DROPPED', 'SKIPPED')""")
                .param(Columns.array(steps, DueStep::enrolmentId))
                .param(Columns.array(steps, DueStep::key))
                .param(Columns.array(steps, DueStep::appointmentVersion))
                .update();
    }

    void write(List<DueStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into due_step (enrolment_id, step_key, appointment_version, schedule_version, email, as_task,
                            anchor, wall, zone, tzdb, due_at, deadline, state, reason, released_at, delivery)
                        select * from unnest(?::uuid[], ?::text[], ?::integer[], ?::integer[], ?::boolean[], ?::boolean[],
                            ?::timestamptz[], ?::timestamp[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                        on conflict (enrolment_id, step_key, appointment_version) do update set
                            schedule_version = excluded.schedule_version, email = excluded.email,
                            as_task = excluded.as_task, anchor = excluded.anchor, wall = excluded.wall, zone = excluded.zone, tzdb = excluded.tzdb, due_at = excluded.due_at,
                            deadline = excluded.deadline, state = excluded.state, reason = excluded.reason,
                            released_at = excluded.released_at, delivery = excluded.delivery
                        where due_step.state = 'PENDING' or excluded.state = due_step.state""")
                .param(Columns.array(steps, DueStep::enrolmentId))
                .param(Columns.array(steps, DueStep::key))
                .param(Columns.array(steps, DueStep::appointmentVersion))
                .param(Columns.array(steps, DueStep::scheduleVersion))
                .param(Columns.array(steps, DueStep::email))
                .param(Columns.array(steps, DueStep::asTask))
                .param(Columns.array(steps, DueStep::anchor))
                .param(Columns.array(steps, DueStep::wall))
                .param(Columns.array(steps, DueStep::zone))
                .param(Columns.array(steps, DueStep::tzdb))
                .param(Columns.array(steps, DueStep::at))
                .param(Columns.array(steps, DueStep::deadline))
                .param(Columns.array(steps, DueStep::state))
                .param(Columns.array(steps, DueStep::reason))
                .param(Columns.array(steps, DueStep::releasedAt))
                .param(Columns.array(steps, DueStep::delivery))
                .update();
    }
}
