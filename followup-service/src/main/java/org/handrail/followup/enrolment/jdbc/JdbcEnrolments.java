package org.handrail.followup.enrolment.jdbc;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.enrolment.Enrolments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEnrolments implements Enrolments {

    private final EnrolmentRows rows;

    JdbcEnrolments(JdbcClient jdbc) {
        this.rows = new EnrolmentRows(jdbc);
    }

    @Override
    public List<Enrolment> of(UUID clientId) {
        return rows.of(Set.of(clientId)).getOrDefault(clientId, List.of()).stream()
                .sorted(Comparator.comparing((Enrolment each) -> each.origin().enrolledAt()).reversed())
                .toList();
    }
}
