package org.handrail.followup.client.jdbc;


import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Purpose;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.PreferenceChanged;
import org.handrail.contract.contacts.ContactChanged;
import org.handrail.contract.intake.StopRequested;
import org.handrail.followup.client.Clients;
import org.handrail.followup.client.Newest;
import org.handrail.followup.jdbc.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClients implements Clients {

    private static final Object FORWARD =
            Columns.array(List.of(AddressStateChanged.State.values()), AddressStateChanged.State::name);

    private final JdbcClient jdbc;
    private final ReachRows reach;

    JdbcClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reach = new ReachRows(jdbc);
    }

    private record About(UUID clientId, Purpose purpose) {
    }

    @Override
    public void contactsChanged(Collection<ContactChanged> contacts, Instant at) {
        // row by row: the messages of each are an array of their own
        Newest.of(contacts, ContactChanged::clientId, ContactChanged::version).forEach(contact -> jdbc.sql("""
                        insert into contact (client_id, version, inquirer, given_name, family_name, email,
                            address_version, phone, language, zone, site_id, messages, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?)
                        on conflict (client_id) do update set version = excluded.version,
                            inquirer = excluded.inquirer, given_name = excluded.given_name,
                            family_name = excluded.family_name, email = excluded.email,
                            address_version = excluded.address_version, phone = excluded.phone,
                            language = excluded.language, zone = excluded.zone, site_id = excluded.site_id,
                            messages = excluded.messages, received_at = excluded.received_at
                        where contact.version < excluded.version""")
                .param(contact.clientId()).param(contact.version()).param(contact.inquirer())
                .param(contact.givenName()).param(contact.familyName()).param(contact.email())
                .param(contact.addressVersion()).param(contact.phone()).param(contact.language().name())
                .param(contact.zone()).param(contact.siteId()).param(Columns.array(contact.messages(), text -> text))
                .param(Columns.utc(at))
                .update());
        reach.follow(contacts.stream().map(ContactChanged::clientId).toList());
    }

    @Override
    public void preferencesChanged(Collection<PreferenceChanged> preferences) {
        List<PreferenceChanged> newest = Newest.of(preferences,
                each -> new About(each.clientId(), each.purpose()), PreferenceChanged::version);
        if (newest.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into preference (client_id, purpose, version, state, since, expires_at)
                        select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[])
                        on conflict (client_id, purpose) do update set version = excluded.version,
                            state = excluded.state, since = excluded.since, expires_at = excluded.expires_at
                        where preference.version < excluded.version
                            and not (preference.state = 'WITHDRAWN' and excluded.since <= preference.since)""")
                .param(Columns.array(newest, PreferenceChanged::clientId))
                .param(Columns.array(newest, PreferenceChanged::purpose))
                .param(Columns.array(newest, PreferenceChanged::version))
                .param(Columns.array(newest, PreferenceChanged::state))
                .param(Columns.array(newest, PreferenceChanged::since))
                .param(Columns.array(newest, PreferenceChanged::expiresAt))
                .update();
        reach.follow(newest.stream().map(PreferenceChanged::clientId).toList());
    }

    @Override
    public void addressesChanged(Collection<AddressStateChanged> addresses) {
        // the states of one address only go forward, and may be told in any order
        List<AddressStateChanged> newest = Newest.of(addresses, AddressStateChanged::clientId,
                each -> each.addressVersion() * 10L + each.state().ordinal());
        if (newest.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into address_state (client_id, address_version, state, reason, since)
                        select * from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[])
                        on conflict (client_id) do update set address_version = excluded.address_version,
                            state = excluded.state, reason = excluded.reason, since = excluded.since
                        where (address_state.address_version, array_position(?::text[], address_state.state))
                            <= (excluded.address_version, array_position(?::text[], excluded.state))""")
                .param(Columns.array(newest, AddressStateChanged::clientId))
                .param(Columns.array(newest, AddressStateChanged::addressVersion))
                .param(Columns.array(newest, AddressStateChanged::state))
                .param(Columns.array(newest, AddressStateChanged::reason))
                .param(Columns.array(newest, AddressStateChanged::since))
                .param(FORWARD).param(FORWARD)
                .update();
        reach.follow(newest.stream().map(AddressStateChanged::clientId).toList());
    }

    @Override
    public void stopsRequested(Collection<StopRequested> stops) {
        stops.forEach(stop -> jdbc.sql("""
                        insert into preference (client_id, purpose, version, state, since)
                        select ?, unnest(?::text[]), 0, 'WITHDRAWN', ?
                        on conflict (client_id, purpose) do update set state = excluded.state, since = excluded.since,
                            expires_at = null
                        where preference.since <= excluded.since""")
                .param(stop.clientId()).param(Columns.array(stop.purposes(), Purpose::name)).param(Columns.utc(stop.occurredAt()))
                .update());
        reach.follow(stops.stream().map(StopRequested::clientId).toList());
    }

    @Override
    public void forget(Collection<UUID> clientIds) {
        Object ids = Columns.array(clientIds, id -> id);
        jdbc.sql("delete from contact where client_id = any(?::uuid[])").param(ids).update();
        jdbc.sql("delete from preference where client_id = any(?::uuid[])").param(ids).update();
        jdbc.sql("delete from address_state where client_id = any(?::uuid[])").param(ids).update();
        reach.forget(clientIds);
    }
}
