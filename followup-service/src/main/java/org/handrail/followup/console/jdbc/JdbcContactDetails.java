package org.handrail.followup.console.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handrail.contract.Language;
import org.handrail.followup.console.Contact;
import org.handrail.followup.console.ContactDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the newest contact details. */
@Repository
class JdbcContactDetails implements ContactDetails {

    private final JdbcClient jdbc;

    JdbcContactDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Contact> of(Collection<UUID> clientIds) {
        return jdbc.sql("select * from contact where client_id = any(:ids::uuid[])")
                .param("ids", clientIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(JdbcContactDetails::contact).list().stream()
                .collect(Collectors.toMap(Contact::clientId, Function.identity()));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        Array messages = row.getArray("messages");
        return new Contact(
                row.getObject("client_id", UUID.class),
                row.getBoolean("inquirer"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getInt("address_version"),
                row.getString("phone"),
                Language.valueOf(row.getString("language")),
                row.getString("zone"),
                row.getString("site_id"),
                List.of((String[]) messages.getArray()));
    }
}
