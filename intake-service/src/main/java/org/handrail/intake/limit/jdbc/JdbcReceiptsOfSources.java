package org.handrail.intake.limit.jdbc;

import java.time.Instant;
import org.handrail.intake.jdbc.Columns;
import org.handrail.intake.limit.ReceiptsOfSources;
import org.handrail.intake.limit.SourceDigest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row a receipt. At most as many a source as the limit, and none of them older than the window and an hour. */
public final class JdbcReceiptsOfSources implements ReceiptsOfSources {

    private final JdbcClient jdbc;

    public JdbcReceiptsOfSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(SourceDigest source, int limit, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:source, 4714))").param("source", source.hex())
                .query((row, n) -> n).single();
        return jdbc.sql("""
                insert into receipt_of_source (source, asked_at)
                select :source, :now
                where (select count(*) from receipt_of_source where source = :source and asked_at > :since) < :limit
                """)
                .param("source", source.hex())
                .param("now", Columns.utc(now))
                .param("since", Columns.utc(now.minus(WINDOW)))
                .param("limit", limit)
                .update() == 1;
    }

    @Override
    public int forgetOld(Instant now) {
        return jdbc.sql("delete from receipt_of_source where asked_at <= :since")
                .param("since", Columns.utc(now.minus(WINDOW))).update();
    }
}
