package org.handrail.intake.client.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.messaging.erasure.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Details, references that sources chose, and answers that may repeat them. An answer that was kept stays as "gone", so
 * that a request which is sent again does not enter the person anew.
 */
public final class IntakePersonalData implements PersonalData {

    private static final Map<String, String> STATEMENTS = new TreeMap<>(Map.of(
            // before the references go, by which some answers are found
            "intake.answered-request", """
                    with told as (
                        select reference as text from client_reference where client_id = :client
                        union select reference from appointment where client_id = :client
                        union select reference from stay where client_id = :client)
                    update answered_request set status = 410, body = '{"erased":true}'
                    where body <> '{"erased":true}' and (position(cast(:client as text) in body) > 0
                        or exists (select from told where position(to_json(text)::text in body) > 0))
                    """,
            "intake.appointment-reference", """
                    update appointment set reference = 'erased/' || id
                    where client_id = :client and reference not like 'erased/%'
                    """,
            "intake.client", """
                    update client set given_name = null, family_name = null, email = null, address_version = 0,
                        phone = null, zone = null, messages = '{}', erased_at = clock_timestamp(), version = version + 1
                    where id = :client and erased_at is null
                    """,
            "intake.client-reference", "delete from client_reference where client_id = :client",
            "intake.stay-reference", """
                    update stay set reference = 'erased/' || id
                    where client_id = :client and reference not like 'erased/%'
                    """));

    private final JdbcClient jdbc;

    public IntakePersonalData(JdbcClient jdbc) {
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
        return Set.of("answered_request", "appointment", "client", "client_reference", "stay");
    }
}
