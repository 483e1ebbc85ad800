package org.handrail.intake.merge.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.intake.InquiryReceived;
import org.handrail.intake.jdbc.Columns;
import org.handrail.intake.merge.Merges;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merges over the tables of clients, inquiries and bookings. */
public final class JdbcMerges implements Merges {

    private final JdbcClient jdbc;

    public JdbcMerges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hasBookings(UUID clientId) {
        return jdbc.sql("""
                        select exists (select from appointment where client_id = :client)
                            or exists (select from stay where client_id = :client)
                        """)
                .param("client", clientId).query(Boolean.class).single();
    }

    @Override
    public void moveReferences(UUID from, UUID to) {
        jdbc.sql("update client_reference set client_id = :to where client_id = :from")
                .param("from", from).param("to", to).update();
    }

    @Override
    public Optional<LatestInquiry> latestInquiry(UUID clientId) {
        return jdbc.sql("select * from inquiry where client_id = :client order by received_at desc, id limit 1")
                .param("client", clientId)
                .query((row, n) -> new LatestInquiry(row.getObject("id", UUID.class),
                        InquiryReceived.Relationship.valueOf(row.getString("relationship")), row.getBoolean("crisis"),
                        row.getString("site_id"), row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void note(UUID duplicate, UUID into, String by, Instant at) {
        jdbc.sql("""
                        insert into client_merge (duplicate_id, into_id, merged_by, merged_at)
                        values (:duplicate, :into, :by, :at)
                        """)
                .param("duplicate", duplicate).param("into", into).param("by", by).param("at", Columns.utc(at))
                .update();
    }

    @Override
    public Optional<UUID> mergedInto(UUID duplicate) {
        return jdbc.sql("select into_id from client_merge where duplicate_id = :duplicate")
                .param("duplicate", duplicate).query(UUID.class).optional();
    }
}
