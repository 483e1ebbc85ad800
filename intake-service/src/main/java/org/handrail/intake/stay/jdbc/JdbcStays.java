package org.handrail.intake.stay.jdbc;

import java.util.UUID;
import org.handrail.intake.jdbc.Columns;
import org.handrail.intake.stay.Stay;
import org.handrail.intake.stay.Stays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stay table. */
public final class JdbcStays implements Stays {

    private final JdbcClient jdbc;

    public JdbcStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stay lock(String source, String reference, UUID clientId, String siteId) {
        jdbc.sql("""
                insert into stay (id, source, reference, client_id, site_id)
                values (:id, :source, :reference, :client, :site)
                on conflict do nothing
                """)
                .param("id", UUID.randomUUID()).param("source", source).param("reference", reference)
                .param("client", clientId).param("site", siteId)
                .update();
        return jdbc.sql("select * from stay where source = :source and reference = :reference for update")
                .param("source", source).param("reference", reference)
                .query((row, n) -> new Stay(
                        row.getObject("id", UUID.class),
                        row.getObject("client_id", UUID.class),
                        row.getString("site_id"),
                        Columns.instantOrNull(row, "admitted_at"),
                        Columns.instantOrNull(row, "admission_as_of"),
                        Columns.instantOrNull(row, "discharged_at"),
                        row.getBoolean("against_advice"),
                        Columns.instantOrNull(row, "discharge_as_of")))
                .single();
    }

    @Override
    public void save(Stay stay) {
        jdbc.sql("""
                update stay set admitted_at = :admitted, admission_as_of = :admissionAsOf, discharged_at = :discharged,
                       against_advice = :againstAdvice, discharge_as_of = :dischargeAsOf
                where id = :id
                """)
                .param("id", stay.id())
                .param("admitted", Columns.utcOrNull(stay.admittedAt()))
                .param("admissionAsOf", Columns.utcOrNull(stay.admissionAsOf()))
                .param("discharged", Columns.utcOrNull(stay.dischargedAt()))
                .param("againstAdvice", stay.againstAdvice())
                .param("dischargeAsOf", Columns.utcOrNull(stay.dischargeAsOf()))
                .update();
    }
}
