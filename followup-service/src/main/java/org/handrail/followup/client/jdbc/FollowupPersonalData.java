package org.handrail.followup.client.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Details, what staff wrote about the client, and where they live by the clock. The timeline and the audit log hold ids and codes. */
@Component
public class FollowupPersonalData implements PersonalData {

    private static final Map<String, String> STATEMENTS = new TreeMap<>(Map.of(
            "followup.contact", "delete from contact where client_id = :client",
            "followup.task-note", "update task set note = null where client_id = :client and note is not null",
            "followup.stop-note", "update staff_stop set note = null where client_id = :client and note is not null",
            "followup.zone", "update enrolment set client_zone = null where client_id = :client and client_zone is not null"));

    private final JdbcClient jdbc;

    public FollowupPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(UUID clientId) {
        Map<String, Integer> erased = new TreeMap<>();
        STATEMENTS.forEach((what, statement) ->
                erased.put(what, jdbc.sql(statement).param("client", clientId).update()));
        return erased;
    }

    @Override
    public Set<String> tables() {
        return Set.of("contact", "staff_stop", "task");
    }
}
