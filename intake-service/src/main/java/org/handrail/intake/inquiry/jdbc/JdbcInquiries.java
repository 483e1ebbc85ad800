package org.handrail.intake.inquiry.jdbc;

import java.util.UUID;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.intake.inquiry.Inquiries;
import org.handrail.intake.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inquiry table. */
public final class JdbcInquiries implements Inquiries {

    private final JdbcClient jdbc;

    public JdbcInquiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID inquiryId, InquiryReceived fact, String source, boolean suspicious) {
        jdbc.sql("""
                insert into inquiry (id, client_id, source, relationship, crisis, suspicious, site_id, received_at)
                values (:id, :client, :source, :relationship, :crisis, :suspicious, :site, :receivedAt)
                """)
                .param("id", inquiryId)
                .param("client", fact.clientId())
                .param("source", source)
                .param("relationship", fact.relationship().name())
                .param("crisis", fact.crisis())
                .param("suspicious", suspicious)
                .param("site", fact.siteId())
                .param("receivedAt", Columns.utc(fact.receivedAt()))
                .update();
    }
}
