package org.handrail.followup.console.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.followup.console.ClientFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads consents, address state, appointments and enrolments. */
@Repository
class JdbcClientFacts implements ClientFacts {

    private final JdbcClient jdbc;
    private final EnrolmentReader enrolments;

    JdbcClientFacts(JdbcClient jdbc, EnrolmentReader enrolments) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
    }

    @Override
    public boolean isKnown(UUID clientId) {
        return jdbc.sql("""
                        select exists (select from client_case where client_id = :client)
                            or exists (select from preference where client_id = :client)
                            or exists (select from appointment where client_id = :client)
                            or exists (select from enrolment where client_id = :client)
                            or exists (select from task where client_id = :client)
                        """)
                .param("client", clientId).query(Boolean.class).single();
    }

    @Override
    public List<Preference> preferences(UUID clientId) {
        return jdbc.sql("select * from preference where client_id = :client order by purpose")
                .param("client", clientId)
                .query((row, number) -> new Preference(
                        Purpose.valueOf(row.getString("purpose")),
                        PreferenceChanged.State.valueOf(row.getString("state")),
                        instant(row, "since"), optional(row, "expires_at")))
                .list();
    }

    @Override
    public Optional<AddressState> addressState(UUID clientId) {
        return jdbc.sql("select * from address_state where client_id = :client").param("client", clientId)
                .query((row, number) -> new AddressState(
                        row.getInt("address_version"),
                        AddressStateChanged.State.valueOf(row.getString("state")), row.getString("reason")))
                .optional();
    }

    @Override
    public List<Appointment> appointments(UUID clientId) {
        return jdbc.sql("select * from appointment where client_id = :client order by starts_at desc limit 50")
                .param("client", clientId)
                .query((row, number) -> new Appointment(
                        row.getObject("appointment_id", UUID.class),
                        AppointmentKind.valueOf(row.getString("kind")),
                        AppointmentStatus.valueOf(row.getString("status")),
                        instant(row, "starts_at"), row.getString("site_id")))
                .list();
    }

    @Override
    public List<Enrolment> enrolments(UUID clientId) {
        return enrolments.of(clientId);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
