package org.handrail.followup.enrolment.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.enrolment.TimeZoneReleases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimeZoneReleases implements TimeZoneReleases {

    private final JdbcClient jdbc;

    JdbcTimeZoneReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fresh database goes by the present release from the start. */
    @Override
    public boolean differs(String tzdb) {
        jdbc.sql("insert into time_zone_release (tzdb) values (?) on conflict do nothing").param(tzdb).update();
        Optional<String> noted = jdbc.sql("select tzdb from time_zone_release").query(String.class).optional();
        return noted.filter(known -> !known.equals(tzdb)).isPresent();
    }

    @Override
    public List<UUID> clientsOfOthers(String tzdb, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select e.client_id from enrolment e
                        where e.ended_at is null and e.client_id > :after and exists (
                            select from due_step s
                            where s.enrolment_id = e.enrolment_id and s.state = 'PENDING' and s.tzdb <> :tzdb)
                        group by e.client_id order by e.client_id limit :most""")
                .param("after", after == null ? new UUID(0, 0) : after).param("tzdb", tzdb).param("most", most)
                .query(UUID.class).list();
    }

    @Override
    public void note(String tzdb) {
        jdbc.sql("update time_zone_release set tzdb = ?").param(tzdb).update();
    }
}
