package org.handrail.followup.dispatch.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.followup.dispatch.DueNow;
import org.handrail.followup.enrolment.DueStep;
import org.handrail.followup.enrolment.Enrolment;
import org.handrail.followup.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the clients of a batch, read one table at a time. */
record ClientLookUp(Map<UUID, Case> cases, Map<UUID, Contact> contacts, Map<UUID, Address> addresses) {

    record Case(@Nullable String zone, @Nullable Instant reachedAt) {
    }

    /** @param given there is an address to write to */
    record Contact(boolean inquirer, boolean given, int addressVersion) {
    }

    record Address(int version, String state) {
    }

    static ClientLookUp of(JdbcClient jdbc, Set<UUID> clientIds) {
        Object ids = Columns.array(clientIds, id -> id);
        return new ClientLookUp(
                read(jdbc, """
                        select client_id, zone, (last_stops ->> 'REACHED')::timestamptz as reached_at from client_case
                        where client_id = any(?::uuid[])""", ids,
                        row -> new Case(row.getString("zone"), Columns.instant(row, "reached_at"))),
                read(jdbc, """
                        select client_id, inquirer, email is not null as given, address_version from contact
                        where client_id = any(?::uuid[])""", ids,
                        row -> new Contact(row.getBoolean("inquirer"), row.getBoolean("given"),
                                row.getInt("address_version"))),
                read(jdbc, """
                        select client_id, address_version, state from address_state
                        where client_id = any(?::uuid[])""", ids,
                        row -> new Address(row.getInt("address_version"), row.getString("state"))));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<UUID, T> read(JdbcClient jdbc, String query, Object ids, Reading<T> reading) {
        Map<UUID, T> found = new HashMap<>();
        jdbc.sql(query).param(ids).query(row -> {
            found.put(Columns.id(row, "client_id"), reading.of(row));
        });
        return found;
    }

    DueNow dueNow(String place, DueStep step, Enrolment.Origin origin) {
        Case known = cases.get(origin.clientId());
        return new DueNow(place, step, origin, known == null ? null : known.zone(),
                known == null ? null : known.reachedAt(), address(origin.clientId()));
    }

    private DueNow.Address address(UUID clientId) {
        Contact contact = contacts.get(clientId);
        if (contact == null) {
            return new DueNow.Address(false, false, false, null);
        }
        Address address = addresses.get(clientId);
        boolean ofThis = address != null && address.version() == contact.addressVersion();
        return new DueNow.Address(true, contact.inquirer(), contact.given(), ofThis ? address.state() : null);
    }
}
