package org.handrail.followup.merge.jdbc;

import java.util.List;
import java.util.UUID;
import org.handrail.followup.merge.LikelySame;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By the newest contact details. */
@Repository
class JdbcLikelySame implements LikelySame {

    private final JdbcClient jdbc;

    JdbcLikelySame(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Other> as(UUID clientId) {
        return jdbc.sql("""
                        select other.client_id, other.given_name, other.family_name,
                            lower(other.email) is not distinct from lower(me.email) and me.email is not null as email
                        from contact me join contact other
                            on lower(other.email) = lower(me.email) or other.phone = me.phone
                        where me.client_id = :client and other.client_id <> :client
                        order by other.received_at, other.client_id limit 20
                        """)
                .param("client", clientId)
                .query((row, n) -> new Other(row.getObject("client_id", UUID.class), row.getString("given_name"),
                        row.getString("family_name"), row.getBoolean("email")))
                .list();
    }
}
