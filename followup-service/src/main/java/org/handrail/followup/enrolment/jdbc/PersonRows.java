package org.handrail.followup.enrolment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.handrail.followup.jdbc.Columns;
import org.handrail.followup.enrolment.ClientCase;
import org.handrail.followup.enrolment.Person;
import org.handrail.followup.schedule.StopEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows that stand for whole cases: holding one is holding the case. */
final class PersonRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> STOPS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of id, so that two who want the same cases wait for each other rather than in a circle. */
    Map<UUID, Person> hold(Collection<UUID> clientIds) {
        Object ids = Columns.array(new TreeSet<>(clientIds), id -> id);
        Map<UUID, Person> found = read(ids);
        if (found.size() < clientIds.size()) {
            jdbc.sql("""
                            insert into client_case (client_id) select unnest(?::uuid[]) order by 1
                            on conflict do nothing""")
                    .param(ids).update();
            found = read(ids);
        }
        return found;
    }

    private Map<UUID, Person> read(Object ids) {
        Map<UUID, Person> persons = new HashMap<>();
        jdbc.sql("select * from client_case where client_id = any(?::uuid[]) order by client_id for update")
                .param(ids)
                .query(row -> {
                    persons.put(Columns.id(row, "client_id"), person(row));
                });
        return persons;
    }

    private static Person person(ResultSet row) throws SQLException {
        Map<StopEvent, Instant> stops = new EnumMap<>(StopEvent.class);
        JSON.readValue(row.getString("last_stops"), STOPS)
                .forEach((stop, at) -> stops.put(StopEvent.valueOf(stop), Instant.parse(at)));
        return new Person(row.getString("zone"), row.getInt("contact_version"), stops, Columns.instant(row, "deceased_at"));
    }

    void write(List<ClientCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update client_case set zone = n.zone, contact_version = n.contact_version,
                            last_stops = n.last_stops, deceased_at = n.deceased_at
                        from unnest(?::uuid[], ?::text[], ?::integer[], ?::jsonb[], ?::timestamptz[])
                             as n (client_id, zone, contact_version, last_stops, deceased_at)
                        where client_case.client_id = n.client_id""")
                .param(Columns.array(cases, ClientCase::clientId))
                .param(Columns.array(cases, each -> each.person().zone()))
                .param(Columns.array(cases, each -> each.person().contactVersion()))
                .param(Columns.array(cases, each -> JSON.writeValueAsString(stops(each.person()))))
                .param(Columns.array(cases, each -> each.person().deceasedAt()))
                .update();
        jdbc.sql("""
                        update enrolment e set client_zone = p.zone from client_case p
                        where p.client_id = any(?::uuid[]) and e.client_id = p.client_id
                            and e.client_zone is distinct from p.zone""")
                .param(Columns.array(cases, ClientCase::clientId)).update();
    }

    private static Map<String, String> stops(Person person) {
        Map<String, String> stops = new HashMap<>();
        person.lastStops().forEach((stop, at) -> stops.put(stop.name(), at.toString()));
        return stops;
    }
}
