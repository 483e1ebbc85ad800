package org.handrail.intake.client.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.intake.client.Client;
import org.handrail.intake.client.Clients;
import org.handrail.intake.client.PhoneNumber;
import org.handrail.intake.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client and client_reference tables. */
public final class JdbcClients implements Clients {

    private final JdbcClient jdbc;

    public JdbcClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Client client, Instant now) {
        jdbc.sql("""
                insert into client (id, version, inquirer, given_name, family_name, email, address_version, addresses,
                                    phone, language, zone, site_id, messages, as_of, created_at)
                values (:id, :version, :inquirer, :given, :family, :email, :addressVersion, :addresses,
                        :phone, :language, :zone, :site, :messages, :asOf, :now)
                """)
                .param("id", client.id())
                .param("version", client.version())
                .param("inquirer", client.inquirer())
                .param("given", client.givenName())
                .param("family", client.familyName())
                .param("email", client.email())
                .param("addressVersion", client.addressVersion())
                .param("addresses", client.addresses())
                .param("phone", client.phone())
                .param("language", client.language().name())
                .param("zone", client.zone())
                .param("site", client.siteId())
                .param("messages", client.messages().toArray(String[]::new))
                .param("asOf", Columns.utc(client.asOf()))
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public Optional<Client> lock(UUID id) {
        return jdbc.sql("select * from client where id = :id and erased_at is null for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public void save(Client client) {
        jdbc.sql("""
                update client set version = :version, given_name = :given, family_name = :family, email = :email,
                       address_version = :addressVersion, addresses = :addresses, phone = :phone,
                       language = :language, zone = :zone, site_id = :site, messages = :messages, as_of = :asOf
                where id = :id
                """)
                .param("id", client.id())
                .param("version", client.version())
                .param("given", client.givenName())
                .param("family", client.familyName())
                .param("email", client.email())
                .param("addressVersion", client.addressVersion())
                .param("addresses", client.addresses())
                .param("phone", client.phone())
                .param("language", client.language().name())
                .param("zone", client.zone())
                .param("site", client.siteId())
                .param("messages", client.messages().toArray(String[]::new))
                .param("asOf", Columns.utc(client.asOf()))
                .update();
    }

    @Override
    public UUID claim(String source, String reference, UUID client) {
        jdbc.sql("""
                insert into client_reference (source, reference, client_id) values (:source, :reference, :client)
                on conflict do nothing
                """)
                .param("source", source)
                .param("reference", reference)
                .param("client", client)
                .update();
        return byReference(source, reference).orElseThrow();
    }

    @Override
    public Optional<UUID> byReference(String source, String reference) {
        return jdbc.sql("select client_id from client_reference where source = :source and reference = :reference")
                .param("source", source)
                .param("reference", reference)
                .query(UUID.class)
                .optional();
    }

    @Override
    public List<UUID> matching(@Nullable String email, @Nullable String phone, UUID except) {
        return jdbc.sql("""
                select id from client
                where id <> :except and (lower(email) = lower(:email) or phone = :phone)
                order by created_at desc, id limit 20
                """)
                .param("except", except)
                .param("email", email)
                .param("phone", phone)
                .query(UUID.class)
                .list();
    }

    @Override
    public Optional<UUID> lockByPhone(PhoneNumber phone) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('phone ' || :phone, 0))")
                .param("phone", phone.e164())
                .query((row, n) -> 1)
                .single();
        return jdbc.sql("select id from client where phone = :phone order by created_at desc, id limit 1")
                .param("phone", phone.e164())
                .query(UUID.class)
                .optional();
    }

    private static Client read(ResultSet row) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getBoolean("inquirer"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getInt("address_version"),
                row.getInt("addresses"),
                row.getString("phone"),
                Language.valueOf(row.getString("language")),
                row.getString("zone"),
                row.getString("site_id"),
                messages(row.getArray("messages")),
                row.getObject("as_of", OffsetDateTime.class).toInstant());
    }

    private static List<String> messages(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
