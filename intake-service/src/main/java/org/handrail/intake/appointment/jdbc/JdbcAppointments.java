package org.handrail.intake.appointment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.intake.AppointmentChanged.CancelledBy;
import org.handrail.intake.appointment.Appointment;
import org.handrail.intake.appointment.Appointments;
import org.handrail.intake.appointment.Start;
import org.handrail.intake.appointment.Told;
import org.handrail.intake.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The appointment and appointment_change tables. */
public final class JdbcAppointments implements Appointments {

    private final JdbcClient jdbc;

    public JdbcAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Appointment lock(String source, String reference) {
        jdbc.sql("""
                insert into appointment (id, source, reference, version) values (:id, :source, :reference, 0)
                on conflict do nothing
                """)
                .param("id", UUID.randomUUID()).param("source", source).param("reference", reference)
                .update();
        return read(source, reference, "for update").orElseThrow();
    }

    @Override
    public Optional<Appointment> find(String source, String reference) {
        return read(source, reference, "");
    }

    @Override
    public void book(UUID appointment, UUID client, AppointmentKind kind) {
        jdbc.sql("update appointment set client_id = :client, kind = :kind where id = :id")
                .param("id", appointment).param("client", client).param("kind", kind.name())
                .update();
    }

    @Override
    public void keep(UUID appointment, Told told, Instant now) {
        Start start = told.start();
        jdbc.sql("""
                insert into appointment_change (appointment_id, kind, occurred_at, booked_at, starts_at_local, zone,
                                                starts_at, site_id, cancelled_by, received_at, tzdb)
                values (:id, :kind, :occurredAt, :bookedAt, :local, :zone, :startsAt, :site, :by, :now, :tzdb)
                """)
                .param("id", appointment)
                .param("kind", told.kind().name())
                .param("occurredAt", Columns.utc(told.occurredAt()))
                .param("bookedAt", Columns.utcOrNull(told.bookedAt()))
                .param("local", start == null ? null : start.local())
                .param("zone", start == null ? null : start.zone())
                .param("startsAt", start == null ? null : Columns.utc(start.instant()))
                .param("site", start == null ? null : start.siteId())
                .param("by", told.cancelledBy() == null ? null : told.cancelledBy().name())
                .param("now", Columns.utc(now))
                .param("tzdb", ZoneRulesProvider.getVersions("UTC").lastEntry().getKey())
                .update();
    }

    @Override
    public void published(UUID appointment, int version) {
        jdbc.sql("update appointment set version = :version where id = :id")
                .param("id", appointment).param("version", version)
                .update();
    }

    private Optional<Appointment> read(String source, String reference, String lock) {
        return jdbc.sql("select * from appointment where source = :source and reference = :reference " + lock)
                .param("source", source).param("reference", reference)
                .query((row, n) -> new Appointment(
                        row.getObject("id", UUID.class),
                        row.getObject("client_id", UUID.class),
                        kind(row.getString("kind")),
                        row.getInt("version"),
                        List.of()))
                .optional()
                .map(bare -> new Appointment(bare.id(), bare.clientId(), bare.kind(), bare.version(), told(bare.id())));
    }

    private List<Told> told(UUID appointment) {
        return jdbc.sql("select * from appointment_change where appointment_id = :id order by id")
                .param("id", appointment)
                .query((row, n) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        LocalDateTime local = row.getObject("starts_at_local", LocalDateTime.class);
        String by = row.getString("cancelled_by");
        return new Told(
                Told.Kind.valueOf(row.getString("kind")),
                Objects.requireNonNull(Columns.instantOrNull(row, "occurred_at")),
                local == null ? null : new Start(local, row.getString("zone"),
                        Objects.requireNonNull(Columns.instantOrNull(row, "starts_at")), row.getString("site_id")),
                Columns.instantOrNull(row, "booked_at"),
                by == null ? null : CancelledBy.valueOf(by));
    }

    private static @Nullable AppointmentKind kind(@Nullable String name) {
        return name == null ? null : AppointmentKind.valueOf(name);
    }
}
