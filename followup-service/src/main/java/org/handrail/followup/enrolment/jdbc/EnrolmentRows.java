package org.handrail.followup.enrolment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.followup.jdbc.Columns;
import org.handrail.contract.AppointmentKind;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.Enrolment.End;
import org.handrail.followup.enrolment.Enrolment.Origin;
import org.handrail.followup.enrolment.Enrolment.Standing;
import org.handrail.followup.schedule.AnchorEvent;
import org.handrail.followup.schedule.NextTry;
import org.handrail.followup.time.PartOfDay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enrolments with their steps. */
public final class EnrolmentRows {

    private final JdbcClient jdbc;
    private final StepRows steps;

    public EnrolmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.steps = new StepRows(jdbc);
    }

    private record Row(Origin origin, Standing standing, @Nullable End end) {
    }

    public Map<UUID, List<Enrolment>> of(Collection<UUID> clientIds) {
        Object ids = Columns.array(clientIds, id -> id);
        List<Row> rows = jdbc.sql("select * from enrolment where client_id = any(?::uuid[]) order by enrolled_at")
                .param(ids).query(EnrolmentRows::row).list();
        Map<UUID, List<DueStep>> known = rows.isEmpty() ? Map.of()
                : steps.of(rows.stream().map(row -> row.origin().id()).toList());
        return rows.stream()
                .map(row -> Enrolment.stored(row.origin(), row.standing(), row.end(),
                        known.getOrDefault(row.origin().id(), List.of())))
                .collect(Collectors.groupingBy(enrolment -> enrolment.origin().clientId()));
    }

    /**
     * An active enrolment with all its steps.
     *
     * @param zone as the contact gave it; null if unknown
     * @param kind of its appointment; null without one
     */
    public record Active(Enrolment enrolment, @Nullable String zone, @Nullable AppointmentKind kind) {
    }

    /** Active ones in versions of a schedule before the given one, in order of id. */
    public List<Active> active(String scheduleId, int below, @Nullable UUID after, int size) {
        List<Found> found = jdbc.sql("""
                        select e.*, a.kind as appointment_kind
                        from enrolment e left join appointment a on a.appointment_id = e.appointment_id
                        where e.schedule_id = ? and e.schedule_version < ? and e.ended_at is null
                            and e.enrolment_id > ?
                        order by e.enrolment_id limit ?""")
                .params(scheduleId, below, after == null ? new UUID(0, 0) : after, size)
                .query((row, n) -> new Found(row(row, n), row.getString("client_zone"),
                        row.getString("appointment_kind"))).list();
        Map<UUID, List<DueStep>> known = steps.of(found.stream().map(each -> each.row().origin().id()).toList());
        return found.stream().map(each -> new Active(
                Enrolment.stored(each.row().origin(), each.row().standing(), each.row().end(),
                        known.getOrDefault(each.row().origin().id(), List.of())),
                each.zone(), each.kind() == null ? null : AppointmentKind.valueOf(each.kind()))).toList();
    }

    private record Found(Row row, @Nullable String zone, @Nullable String kind) {
    }

    /** Of each enrolment, what does not change. */
    public Map<UUID, Origin> origins(Collection<UUID> enrolmentIds) {
        Map<UUID, Origin> origins = new HashMap<>();
        jdbc.sql("""
                        select enrolment_id, client_id, schedule_id, event, anchor_id, appointment_id, site_id, on_behalf,
                            against_advice, enrolled_at, schedule_version
                        from enrolment where enrolment_id = any(?::uuid[])""")
                .param(Columns.ids(enrolmentIds))
                .query(row -> {
                    Origin origin = origin(row);
                    origins.put(origin.id(), origin);
                });
        return origins;
    }

    /** From a row that has the columns of {@code enrolment} under their names. */
    public static Origin origin(ResultSet row) throws SQLException {
        return new Origin(Columns.id(row, "enrolment_id"), Columns.id(row, "client_id"),
                row.getString("schedule_id"), row.getInt("schedule_version"),
                AnchorEvent.valueOf(row.getString("event")), Columns.id(row, "anchor_id"),
                Columns.uuid(row, "appointment_id"), row.getString("site_id"), row.getBoolean("on_behalf"),
                row.getBoolean("against_advice"), Columns.present(row, "enrolled_at"));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        Standing standing = new Standing(Columns.present(row, "anchor"), Columns.present(row, "known_at"),
                row.getInt("version"), Columns.instant(row, "booked_at"), row.getBoolean("changed"),
                Columns.instant(row, "last_try"), nextTry(row), row.getString("calls_stopped"));
        Instant endedAt = Columns.instant(row, "ended_at");
        return new Row(origin(row), standing,
                endedAt == null ? null : new End(row.getString("end_reason"), endedAt, Columns.uuid(row, "ended_by")));
    }

    private static @Nullable NextTry nextTry(ResultSet row) throws SQLException {
        String step = row.getString("next_try_step");
        String part = row.getString("next_try_part");
        return step == null ? null
                : new NextTry(step, row.getInt("next_try_days"), part == null ? null : PartOfDay.valueOf(part));
    }

    void write(List<Enrolment> enrolments) {
        List<Enrolment> dirty = enrolments.stream().filter(Enrolment::isDirty).toList();
        if (!dirty.isEmpty()) {
            upsert(dirty);
        }
        steps.takeUpAgain(enrolments.stream().flatMap(enrolment -> enrolment.takenUpAgain().stream()).toList());
        steps.write(enrolments.stream().flatMap(enrolment -> enrolment.dirtySteps().stream()).toList());
    }

    private void upsert(List<Enrolment> dirty) {
        jdbc.sql("""
                        insert into enrolment (enrolment_id, client_id, schedule_id, schedule_version, event, anchor_id,
                            appointment_id, site_id, on_behalf, against_advice, enrolled_at,
                            anchor, known_at, version, booked_at, changed, last_try,
                            next_try_step, next_try_days, next_try_part, calls_stopped, end_reason, ended_at, ended_by,
                            client_zone)
                        select n.*, p.zone from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::text[], ?::uuid[],
                            ?::uuid[], ?::text[], ?::boolean[], ?::boolean[], ?::timestamptz[],
                            ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::timestamptz[], ?::boolean[],
                            ?::timestamptz[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::uuid[]) as n (enrolment_id, client_id) join client_case p using (client_id)
                        on conflict (enrolment_id) do update set schedule_version = excluded.schedule_version,
                            anchor = excluded.anchor,
                            known_at = excluded.known_at, version = excluded.version, booked_at = excluded.booked_at,
                            changed = excluded.changed, last_try = excluded.last_try,
                            next_try_step = excluded.next_try_step, next_try_days = excluded.next_try_days,
                            next_try_part = excluded.next_try_part, calls_stopped = excluded.calls_stopped,
                            end_reason = excluded.end_reason, ended_at = excluded.ended_at,
                            ended_by = excluded.ended_by""")
                .param(origin(dirty, Origin::id))
                .param(origin(dirty, Origin::clientId))
                .param(origin(dirty, Origin::scheduleId))
                .param(origin(dirty, Origin::scheduleVersion))
                .param(origin(dirty, Origin::event))
                .param(origin(dirty, Origin::anchorId))
                .param(origin(dirty, Origin::appointmentId))
                .param(origin(dirty, Origin::siteId))
                .param(origin(dirty, Origin::onBehalf))
                .param(origin(dirty, Origin::againstAdvice))
                .param(origin(dirty, Origin::enrolledAt))
                .param(standing(dirty, Standing::anchor))
                .param(standing(dirty, Standing::knownAt))
                .param(standing(dirty, Standing::version))
                .param(standing(dirty, Standing::bookedAt))
                .param(standing(dirty, Standing::changed))
                .param(standing(dirty, Standing::lastTry))
                .param(nextTry(dirty, NextTry::step))
                .param(nextTry(dirty, NextTry::days))
                .param(nextTry(dirty, NextTry::part))
                .param(standing(dirty, Standing::callsStopped))
                .param(end(dirty, End::reason))
                .param(end(dirty, End::at))
                .param(end(dirty, End::by))
                .update();
    }

    private static Object origin(List<Enrolment> rows, Function<Origin, @Nullable Object> column) {
        return Columns.array(rows, row -> column.apply(row.origin()));
    }

    private static Object standing(List<Enrolment> rows, Function<Standing, @Nullable Object> column) {
        return Columns.array(rows, row -> column.apply(row.standing()));
    }

    private static Object nextTry(List<Enrolment> rows, Function<NextTry, @Nullable Object> column) {
        return standing(rows, standing -> standing.nextTry() == null ? null : column.apply(standing.nextTry()));
    }

    private static Object end(List<Enrolment> rows, Function<End, @Nullable Object> column) {
        return Columns.array(rows, row -> row.end() == null ? null : column.apply(row.end()));
    }
}
