package org.handrail.notifier.appointment.jdbc;

import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.handrail.contract.intake.AppointmentChanged;
import org.handrail.notifier.appointment.Appointments;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The appointment table. */
public final class JdbcAppointments implements Appointments {

    private static final String KEEP = """
            insert into appointment (appointment_id, client_id, version, status, starts_at, zone, site_id, kind)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (appointment_id) do update
            set client_id = excluded.client_id, version = excluded.version, status = excluded.status,
                starts_at = excluded.starts_at, zone = excluded.zone, site_id = excluded.site_id,
                kind = excluded.kind
            where appointment.version < excluded.version
            """;

    private final JdbcTemplate jdbc;

    public JdbcAppointments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<AppointmentChanged> appointments) {
        Collection<AppointmentChanged> newest = appointments.stream().collect(toMap(
                AppointmentChanged::appointmentId, one -> one,
                BinaryOperator.maxBy(Comparator.comparingInt(AppointmentChanged::version)), TreeMap::new)).values();
        jdbc.batchUpdate(KEEP, newest, 500, JdbcAppointments::bind);
    }

    private static void bind(PreparedStatement insert, AppointmentChanged appointment) throws SQLException {
        insert.setObject(1, appointment.appointmentId());
        insert.setObject(2, appointment.clientId());
        insert.setInt(3, appointment.version());
        insert.setString(4, appointment.status().name());
        insert.setObject(5, Columns.utc(appointment.startsAt()));
        insert.setString(6, appointment.zone());
        insert.setString(7, appointment.siteId());
        insert.setString(8, appointment.kind().name());
    }
}
