package org.handrail.followup.client.jdbc;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Details, what staff wrote about the client, and the zone; open tasks, for there is nobody to call. The timeline and the
 * audit log hold ids and codes.
 */
@Component
public class FollowupPersonalData implements PersonalData {

    private static final Map<String, String> STATEMENTS = new TreeMap<>(Map.of(
            "followup.open-task", """
                    update task set state = 'CLOSED', ended_reason = 'client-erased', ended_at = :now,
                        version = version + 1
                    where client_id = :client and state = 'OPEN'
                    """,
            "followup.timeline-line", """
                    insert into timeline (entry_id, client_id, at, code, details)
                    values (cast(md5('contact.forgotten ' || cast(:client as text)) as uuid), :client, :now,
                        'contact.forgotten', '{}')
                    on conflict do nothing
                    """,
            "followup.contact", "delete from contact where client_id = :client",
            "followup.task-note", "update task set note = null where client_id = :client and note is not null",
            "followup.stop-note", "update staff_stop set note = null where client_id = :client and note is not null",
            "followup.zone", "update enrolment set client_zone = null where client_id = :client and client_zone is not null"));

    private final JdbcClient jdbc;
    private final Clock clock;

    public FollowupPersonalData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Integer> erase(UUID clientId) {
        Map<String, Integer> erased = new TreeMap<>();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        STATEMENTS.forEach((what, statement) ->
                erased.put(what, jdbc.sql(statement).param("client", clientId).param("now", now).update()));
        // a line that says so is no line that went
        erased.remove("followup.timeline-line");
        return erased;
    }

    @Override
    public Set<String> tables() {
        return Set.of("contact", "staff_stop", "task");
    }
}
