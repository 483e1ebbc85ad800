package org.handrail.notifier.contact.jdbc;

import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.Comparator;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.address.Addresses.NewAddress;
import org.handrail.notifier.consent.Withdrawals;
import org.handrail.notifier.contact.Contacts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The contact table. Family names, phone numbers and messages are left out: no mail needs them. */
public final class JdbcContacts implements Contacts {

    private static final String ADDRESS_VERSIONS = """
            select client_id, address_version from contact where client_id = any(?::uuid[])
            """;
    private static final String KEEP = """
            insert into contact (client_id, version, inquirer, given_name, email, address_version, language, zone,
                                 site_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (client_id) do update
            set version = excluded.version, inquirer = excluded.inquirer, given_name = excluded.given_name,
                email = excluded.email, address_version = excluded.address_version, language = excluded.language,
                zone = excluded.zone, site_id = excluded.site_id
            where contact.version < excluded.version
            """;
    /** What the client chose goes with them; that it was chosen stays as proof. */
    private static final List<String> CHOICES = List.of(
            "delete from client_choice where client_id = any(?::uuid[])",
            "delete from contact_wish where client_id = any(?::uuid[])",
            "delete from address_wish where client_id = any(?::uuid[])",
            "delete from appointment_calendar where client_id = any(?::uuid[])",
            "update appointment set kind = null where client_id = any(?::uuid[])");
    private static final String DELETE = """
            delete from contact where client_id = any(?::uuid[])
            """;

    private final JdbcTemplate jdbc;
    private final Addresses addresses;
    private final Withdrawals withdrawals;
    private final Clock clock;

    public JdbcContacts(JdbcTemplate jdbc, Addresses addresses, Withdrawals withdrawals, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @Override
    public void keep(Collection<ContactChanged> contacts) {
        Collection<ContactChanged> newest = contacts.stream().collect(toMap(ContactChanged::clientId, one -> one,
                BinaryOperator.maxBy(Comparator.comparingInt(ContactChanged::version)), TreeMap::new)).values();
        Map<UUID, Integer> before = addressVersions(newest);
        jdbc.batchUpdate(KEEP, newest, 500, JdbcContacts::bind);
        List<NewAddress> fresh = newest.stream()
                .filter(one -> one.addressVersion() > before.getOrDefault(one.clientId(), 0))
                .map(one -> new NewAddress(one.clientId(), one.addressVersion()))
                .toList();
        addresses.introduce(fresh, clock.instant());
    }

    @Override
    public void forget(Collection<UUID> clientIds) {
        if (clientIds.isEmpty()) {
            return;
        }
        jdbc.update(DELETE, (Object) clientIds.toArray(UUID[]::new));
        CHOICES.forEach(choices -> jdbc.update(choices, (Object) clientIds.toArray(UUID[]::new)));
        addresses.forget(clientIds);
        withdrawals.withdrawAll(clientIds, "client-erased", clock.instant());
    }

    private Map<UUID, Integer> addressVersions(Collection<ContactChanged> contacts) {
        Map<UUID, Integer> versions = new HashMap<>();
        jdbc.query(ADDRESS_VERSIONS, row -> {
            versions.put(row.getObject("client_id", UUID.class), row.getInt("address_version"));
        }, (Object) contacts.stream().map(ContactChanged::clientId).toArray(UUID[]::new));
        return versions;
    }

    private static void bind(PreparedStatement insert, ContactChanged contact) throws SQLException {
        insert.setObject(1, contact.clientId());
        insert.setInt(2, contact.version());
        insert.setBoolean(3, contact.inquirer());
        insert.setString(4, contact.givenName());
        insert.setString(5, contact.email());
        insert.setInt(6, contact.addressVersion());
        insert.setString(7, contact.language().name());
        insert.setString(8, contact.zone());
        insert.setString(9, contact.siteId());
    }
}
