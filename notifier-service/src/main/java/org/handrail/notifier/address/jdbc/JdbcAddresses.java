package org.handrail.notifier.address.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.consents.AddressStateChanged;
import org.handrail.contract.consents.AddressStateChanged.State;
import org.handrail.contract.intake.AddressReadBack;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.address.Addresses;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Address states in PostgreSQL. Confirmed and suppressed are kept apart: the one never hides the other. */
public final class JdbcAddresses implements Addresses {

    private static final String READ_BACK = "read-back";

    /** A read-back may overtake the contact that it is about, so an unknown or newer address is taken as well. */
    private static final String CONFIRM = """
            insert into address (client_id, address_version, confirmed_at, confirmed_how)
            select u.client_id, u.address_version, u.at, ?
            from unnest(?::uuid[], ?::int[], ?::timestamptz[]) as u (client_id, address_version, at)
            where not exists (select from contact c
                              where c.client_id = u.client_id and c.address_version > u.address_version)
            order by u.client_id, u.address_version
            on conflict (client_id, address_version) do update
            set confirmed_at = excluded.confirmed_at, confirmed_how = excluded.confirmed_how
            where address.confirmed_at is null
            returning client_id, address_version, confirmed_at as since,
                      case when suppressed_at is null then 'CONFIRMED' else 'SUPPRESSED' end as state,
                      coalesce(suppressed_reason, confirmed_how) as reason
            """;
    private static final String SUPPRESS = """
            insert into address (client_id, address_version, suppressed_at, suppressed_reason)
            values (?, ?, ?, ?)
            on conflict (client_id, address_version) do update
            set suppressed_at = excluded.suppressed_at, suppressed_reason = excluded.suppressed_reason
            where address.suppressed_at is null
            returning client_id, address_version, suppressed_at as since, 'SUPPRESSED' as state,
                      suppressed_reason as reason
            """;
    private static final String STATES = """
            select n.client_id, n.address_version, ?::timestamptz as since,
                   case when a.suppressed_at is not null then 'SUPPRESSED'
                        when a.confirmed_at is not null then 'CONFIRMED'
                        else 'UNCONFIRMED' end as state,
                   coalesce(a.suppressed_reason, a.confirmed_how, 'new-address') as reason
            from unnest(?::uuid[], ?::int[]) as n (client_id, address_version)
            left join address a using (client_id, address_version)
            """;
    private static final String IS_CONFIRMED = """
            select exists (select from address a join contact c using (client_id, address_version)
                           where client_id = ? and address_version = ?
                             and confirmed_at is not null and suppressed_at is null)
            """;
    private static final String IS_CURRENT = """
            select exists (select from contact where client_id = ? and address_version = ?)
            """;
    private static final RowMapper<AddressStateChanged> CHANGE = (row, n) -> change(row);

    private final JdbcTemplate jdbc;
    private final Outbox outbox;

    public JdbcAddresses(JdbcTemplate jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public void readBack(Collection<AddressReadBack> heard, Instant now) {
        Map<NewAddress, Instant> confirmed = new HashMap<>();
        heard.forEach(one -> confirmed.putIfAbsent(
                new NewAddress(one.clientId(), one.addressVersion()), one.occurredAt()));
        confirm(confirmed, READ_BACK, now);
    }

    @Override
    public void confirmedByOwner(UUID clientId, int addressVersion, HowGiven how, Instant at, Instant now) {
        confirm(Map.of(new NewAddress(clientId, addressVersion), at),
                how.name().toLowerCase(Locale.ROOT).replace('_', '-'), now);
    }

    @Override
    public void suppress(Collection<Suppression> suppressions, Instant now) {
        List<AddressStateChanged> changed = suppressions.stream()
                .sorted(Comparator.comparing(Suppression::clientId))
                .flatMap(one -> jdbc.query(SUPPRESS, CHANGE, one.clientId(), one.addressVersion(), Columns.utc(now),
                        one.reason()).stream())
                .toList();
        outbox.publishAll(changed, now);
    }

    @Override
    public void introduce(Collection<NewAddress> addresses, Instant now) {
        if (addresses.isEmpty()) {
            return;
        }
        outbox.publishAll(jdbc.query(STATES, CHANGE, Columns.utc(now),
                addresses.stream().map(NewAddress::clientId).toArray(UUID[]::new),
                addresses.stream().map(NewAddress::addressVersion).toArray(Integer[]::new)), now);
    }

    @Override
    public void forget(Collection<UUID> clientIds) {
        jdbc.update("delete from address where client_id = any(?::uuid[])", (Object) clientIds.toArray(UUID[]::new));
    }

    /** By the owner's own hand, who can only mean the address that the link went to. */
    boolean confirmCurrent(UUID clientId, int addressVersion, HowGiven how, Instant at, Instant now) {
        if (!is(IS_CURRENT, clientId, addressVersion)) {
            return false;
        }
        confirmedByOwner(clientId, addressVersion, how, at, now);
        return is(IS_CONFIRMED, clientId, addressVersion);
    }

    private void confirm(Map<NewAddress, Instant> confirmed, String how, Instant now) {
        if (confirmed.isEmpty()) {
            return;
        }
        outbox.publishAll(jdbc.query(CONFIRM, CHANGE, how,
                confirmed.keySet().stream().map(NewAddress::clientId).toArray(UUID[]::new),
                confirmed.keySet().stream().map(NewAddress::addressVersion).toArray(Integer[]::new),
                confirmed.values().stream().map(Instant::toString).toArray(String[]::new)), now);
    }

    private boolean is(String question, UUID clientId, int addressVersion) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, clientId, addressVersion));
    }

    private static AddressStateChanged change(ResultSet row) throws SQLException {
        return new AddressStateChanged(row.getObject("client_id", UUID.class), row.getInt("address_version"),
                State.valueOf(row.getString("state")), row.getString("reason"), instant(row, "since"));
    }
}
