package org.handrail.followup.enrolment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.contract.intake.AppointmentChanged.CancelledBy;
import org.handrail.contract.intake.AppointmentChanged.Change;
import org.handrail.followup.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appointments at their highest version. */
public final class AppointmentRows {

    private final JdbcClient jdbc;

    public AppointmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, List<AppointmentChanged>> of(Collection<UUID> clientIds) {
        return jdbc.sql("select * from appointment where client_id = any(?::uuid[]) order by starts_at")
                .param(Columns.array(clientIds, id -> id))
                .query(AppointmentRows::appointment).list().stream()
                .collect(Collectors.groupingBy(AppointmentChanged::clientId));
    }

    private static AppointmentChanged appointment(ResultSet row, int n) throws SQLException {
        String cancelledBy = row.getString("cancelled_by");
        return new AppointmentChanged(Columns.id(row, "client_id"), Columns.id(row, "appointment_id"),
                row.getInt("version"), Change.valueOf(row.getString("change")),
                AppointmentStatus.valueOf(row.getString("status")), AppointmentKind.valueOf(row.getString("kind")),
                row.getObject("starts_at_local", LocalDateTime.class), row.getString("zone"),
                Columns.present(row, "starts_at"), row.getString("site_id"), Columns.present(row, "booked_at"),
                Columns.present(row, "occurred_at"),
                cancelledBy == null ? null : CancelledBy.valueOf(cancelledBy));
    }

    void write(List<AppointmentChanged> changed) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into appointment (appointment_id, client_id, version, change, status, kind,
                            starts_at_local, zone, starts_at, site_id, booked_at, occurred_at, cancelled_by)
                        select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[],
                            ?::timestamp[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[])
                        on conflict (appointment_id) do update set client_id = excluded.client_id,
                            version = excluded.version, change = excluded.change, status = excluded.status,
                            kind = excluded.kind, starts_at_local = excluded.starts_at_local, zone = excluded.zone,
                            starts_at = excluded.starts_at, site_id = excluded.site_id,
                            booked_at = excluded.booked_at, occurred_at = excluded.occurred_at,
                            cancelled_by = excluded.cancelled_by
                        where appointment.version < excluded.version""")
                .param(Columns.array(changed, AppointmentChanged::appointmentId))
                .param(Columns.array(changed, AppointmentChanged::clientId))
                .param(Columns.array(changed, AppointmentChanged::version))
                .param(Columns.array(changed, AppointmentChanged::change))
                .param(Columns.array(changed, AppointmentChanged::status))
                .param(Columns.array(changed, AppointmentChanged::kind))
                .param(Columns.array(changed, AppointmentChanged::startsAtLocal))
                .param(Columns.array(changed, AppointmentChanged::zone))
                .param(Columns.array(changed, AppointmentChanged::startsAt))
                .param(Columns.array(changed, AppointmentChanged::siteId))
                .param(Columns.array(changed, AppointmentChanged::bookedAt))
                .param(Columns.array(changed, AppointmentChanged::occurredAt))
                .param(Columns.array(changed, AppointmentChanged::cancelledBy))
                .update();
    }
}
