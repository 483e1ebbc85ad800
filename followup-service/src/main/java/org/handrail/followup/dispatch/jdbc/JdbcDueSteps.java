package org.handrail.followup.dispatch.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.dispatch.DueSteps;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.StepState;
import org.handrail.followup.enrolment.jdbc.AppointmentRows;
import org.handrail.followup.enrolment.jdbc.EnrolmentRows;
import org.handrail.followup.enrolment.jdbc.StepRows;
import org.handrail.followup.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDueSteps implements DueSteps {

    private final JdbcClient jdbc;
    private final AppointmentRows appointments;
    private final EnrolmentRows enrolments;

    JdbcDueSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.appointments = new AppointmentRows(jdbc);
        this.enrolments = new EnrolmentRows(jdbc);
    }

    /**
     * Emails and tasks each have their share, so that neither waits behind a heap of the other. What the steps need is
     * looked up by key, one table at a time: joined to them it costs three times as much, and now and then PostgreSQL
     * reads a whole table for a batch.
     */
    @Override
    public List<DueNow> claim(Instant now, int most) {
        List<Claimed> claimed = jdbc.sql("""
                        with mails as (
                            select ctid as place, * from due_step where state = 'PENDING' and email and due_at <= :now
                            order by due_at limit :most for update skip locked),
                        tasks as (
                            select ctid as place, * from due_step where state = 'PENDING' and not email and due_at <= :now
                            order by due_at limit :most for update skip locked)
                        select * from mails union all select * from tasks""")
                .param("now", Columns.utc(now)).param("most", most)
                .query((row, n) -> new Claimed(row.getString("place"), StepRows.step(row, n))).list();
        return claimed.isEmpty() ? List.of() : withTheirClients(claimed);
    }

    private record Claimed(String place, DueStep step) {
    }

    private List<DueNow> withTheirClients(List<Claimed> claimed) {
        Map<UUID, Enrolment.Origin> origins = enrolments.origins(
                claimed.stream().map(each -> each.step().enrolmentId()).collect(Collectors.toSet()));
        Map<UUID, Reach> clients = Reach.of(
                jdbc, origins.values().stream().map(Enrolment.Origin::clientId).collect(Collectors.toSet()));
        return claimed.stream().map(each -> {
            Enrolment.Origin origin = origins.get(each.step().enrolmentId());
            Reach reach = Reach.in(clients, origin.clientId());
            return new DueNow(
                    each.place(), each.step(), origin, reach.zone(), reach.address(), reach.preferences());
        }).toList();
    }

    @Override
    public Map<UUID, List<AppointmentChanged>> appointments(Collection<UUID> clientIds) {
        return clientIds.isEmpty() ? Map.of() : appointments.of(clientIds);
    }

    @Override
    public Map<UUID, Instant> lastReached(Collection<UUID> clientIds) {
        Map<UUID, Instant> reached = new HashMap<>();
        if (!clientIds.isEmpty()) {
            jdbc.sql("""
                            select client_id, (last_stops ->> 'REACHED')::timestamptz as reached_at from client_case
                            where client_id = any(?::uuid[]) and last_stops ->> 'REACHED' is not null""")
                    .param(Columns.ids(clientIds))
                    .query(row -> {
                        reached.put(Columns.id(row, "client_id"), Columns.present(row, "reached_at"));
                    });
        }
        return reached;
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
                    .param(Columns.ids(clientIds))
                    .query(row -> {
                        next.put(Columns.id(row, "client_id"), Columns.present(row, "due_at"));
                    });
        }
        return next;
    }

    /** A day at a time, which is the same for nearly all; the rows are met in the same order by whoever does this. */
    @Override
    public Set<MailDay> firstOfTheirDay(Collection<MailDay> days) {
        Map<LocalDate, List<UUID>> clients = new TreeMap<>();
        days.forEach(each -> clients.computeIfAbsent(each.day(), day -> new ArrayList<>()).add(each.clientId()));
        Set<MailDay> first = new HashSet<>();
        clients.forEach((day, ids) -> jdbc.sql("""
                        update reach set mail_day = ?
                        where client_id = any(?::uuid[]) and (mail_day is null or mail_day < ?) returning client_id""")
                .param(day).param(Columns.ids(ids)).param(day)
                .query(row -> {
                    first.add(new MailDay(Columns.id(row, "client_id"), day));
                }));
        return first;
    }

    private record Outcome(StepState state, @Nullable String reason, @Nullable Instant releasedAt, Instant at) {

        /** The same time for all that do not wait for another, so that they are one group. */
        static Outcome of(DueStep step) {
            return new Outcome(step.state(), step.reason(), step.releasedAt(),
                    step.isPending() ? step.at() : Instant.EPOCH);
        }
    }

    /**
     * Those of one outcome at a time, found by their place in the table: nobody else can move rows that this
     * transaction holds, and the index on the key need not be asked again.
     */
    @Override
    public void settle(Collection<Settled> steps) {
        Map<Outcome, List<String>> places = new LinkedHashMap<>();
        for (Settled settled : steps) {
            places.computeIfAbsent(Outcome.of(settled.step()), outcome -> new ArrayList<>())
                    .add(settled.due().place());
        }
        int settled = 0;
        for (Map.Entry<Outcome, List<String>> group : places.entrySet()) {
            settled += settle(group.getKey(), group.getValue());
        }
        if (settled != steps.size()) {
            throw new IllegalStateException(settled + " of " + steps.size() + " claimed steps were found again");
        }
    }

    private int settle(Outcome outcome, List<String> places) {
        return jdbc.sql("""
                        update due_step set state = ?, reason = ?, released_at = ?,
                            due_at = case when ? then ? else due_at end
                        where ctid = any(?::tid[])""")
                .param(outcome.state().name()).param(outcome.reason())
                .param(outcome.releasedAt() == null ? null : Columns.utc(outcome.releasedAt()))
                .param(outcome.state() == StepState.PENDING).param(Columns.utc(outcome.at()))
                .param(places.toArray(String[]::new))
                .update();
    }
}
