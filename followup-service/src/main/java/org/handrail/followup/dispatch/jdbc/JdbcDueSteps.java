package org.handrail.followup.dispatch.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.DueSteps;
import org.handrail.followup.dispatch.Preferences;
import org.handrail.followup.dispatch.Preferences.Key;
import org.handrail.followup.dispatch.Preferences.Preference;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.jdbc.AppointmentRows;
import org.handrail.followup.enrolment.jdbc.EnrolmentRows;
import org.handrail.followup.enrolment.jdbc.StepRows;
import org.handrail.followup.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDueSteps implements DueSteps {

    private final JdbcClient jdbc;
    private final AppointmentRows appointments;

    JdbcDueSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.appointments = new AppointmentRows(jdbc);
    }

    /** Emails and tasks each have their share, so that neither waits behind a heap of the other. */
    @Override
    public List<DueNow> claim(Instant now, int most) {
        return jdbc.sql("""
                        with mails as materialized (
                            select * from due_step where state = 'PENDING' and email and due_at <= :now
                            order by due_at limit :most for update skip locked),
                        tasks as materialized (
                            select * from due_step where state = 'PENDING' and not email and due_at <= :now
                            order by due_at limit :most for update skip locked),
                        claimed as (select * from mails union all select * from tasks)
                        select claimed.*, e.client_id, e.schedule_id, e.event, e.anchor_id,
                            e.appointment_id, e.site_id, e.on_behalf, e.against_advice, e.enrolled_at,
                            p.zone as client_zone, (p.last_stops ->> 'REACHED')::timestamptz as reached_at,
                            c.client_id is not null as known, coalesce(c.inquirer, false) as inquirer,
                            c.email is not null as given, a.state as address
                        from claimed
                            join enrolment e using (enrolment_id)
                            join client_case p on p.client_id = e.client_id
                            left join contact c on c.client_id = e.client_id
                            left join address_state a
                                on a.client_id = e.client_id and a.address_version = c.address_version
                        order by claimed.due_at""")
                .param("now", Columns.utc(now)).param("most", most)
                .query(JdbcDueSteps::dueNow).list();
    }

    private static DueNow dueNow(ResultSet row, int n) throws SQLException {
        return new DueNow(StepRows.step(row, n), EnrolmentRows.origin(row), row.getString("client_zone"),
                Columns.instant(row, "reached_at"), new DueNow.Address(row.getBoolean("known"),
                row.getBoolean("inquirer"), row.getBoolean("given"), row.getString("address")));
    }

    @Override
    public Preferences preferences(Collection<UUID> clientIds) {
        Map<Key, Preference> known = new HashMap<>();
        if (!clientIds.isEmpty()) {
            jdbc.sql("select client_id, purpose, state, expires_at from preference where client_id = any(?::uuid[])")
                    .param(Columns.array(clientIds, id -> id))
                    .query(row -> {
                        known.put(new Key(Columns.id(row, "client_id"), Purpose.valueOf(row.getString("purpose"))),
                                new Preference(row.getString("state"), Columns.instant(row, "expires_at")));
                    });
        }
        return new Preferences(known);
    }

    @Override
    public Map<UUID, List<AppointmentChanged>> appointments(Collection<UUID> clientIds) {
        return clientIds.isEmpty() ? Map.of() : appointments.of(clientIds);
    }

    @Override
    public Map<UUID, Instant> nextReminders(Collection<UUID> clientIds) {
        Map<UUID, Instant> next = new HashMap<>();
        if (!clientIds.isEmpty()) {
            jdbc.sql("""
                            select e.client_id, min(s.due_at) as due_at
                            from enrolment e join due_step s using (enrolment_id)
                            where e.client_id = any(?::uuid[]) and e.event = 'APPOINTMENT' and e.ended_at is null
                                and s.state = 'PENDING' and s.email
                            group by e.client_id""")
                    .param(Columns.array(clientIds, id -> id))
                    .query(row -> {
                        next.put(Columns.id(row, "client_id"), Columns.present(row, "due_at"));
                    });
        }
        return next;
    }

    /** In order of client, so that two dispatchers wait for each other rather than in a circle. */
    @Override
    public Set<MailDay> firstOfTheirDay(Collection<MailDay> days) {
        if (days.isEmpty()) {
            return Set.of();
        }
        List<MailDay> sorted = days.stream()
                .sorted(Comparator.comparing(MailDay::clientId).thenComparing(MailDay::day)).toList();
        return new HashSet<>(jdbc.sql("""
                        insert into mail_day (client_id, day) select * from unnest(?::uuid[], ?::date[])
                        on conflict do nothing returning client_id, day""")
                .param(Columns.array(sorted, MailDay::clientId)).param(Columns.array(sorted, MailDay::day))
                .query((row, n) -> new MailDay(Columns.id(row, "client_id"), row.getObject("day", LocalDate.class)))
                .list());
    }

    @Override
    public void settle(Collection<DueStep> steps) {
        jdbc.sql("""
                        update due_step set state = n.state, reason = n.reason, released_at = n.released_at,
                            due_at = n.due_at
                        from unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[])
                            as n (enrolment_id, step_key, appointment_version, state, reason, released_at, due_at)
                        where due_step.enrolment_id = n.enrolment_id and due_step.step_key = n.step_key
                            and due_step.appointment_version = n.appointment_version""")
                .param(Columns.array(steps, DueStep::enrolmentId))
                .param(Columns.array(steps, DueStep::key))
                .param(Columns.array(steps, DueStep::appointmentVersion))
                .param(Columns.array(steps, DueStep::state))
                .param(Columns.array(steps, DueStep::reason))
                .param(Columns.array(steps, DueStep::releasedAt))
                .param(Columns.array(steps, DueStep::at))
                .update();
    }
}
