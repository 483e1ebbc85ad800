package org.handrail.notifier.newaddress.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;
import static org.handrail.notifier.jdbc.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.AddressWishes;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table's statements; each belongs to the caller's transaction. */
final class WishRows {

    static final Duration DAY = Duration.ofDays(1);
    static final Duration KEPT = Duration.ofDays(7);
    /** How long another instance, or the loop, leaves one alone that somebody is at. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private static final String MAY_ASK = """
            select exists (select from contact c join address a using (client_id, address_version)
                           where c.client_id = ? and c.address_version = ? and not c.inquirer
                             and a.confirmed_at is not null and a.suppressed_at is null)
            """;
    /** One at a time for a client and for a mailbox, so that they are counted right. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('client ' || ?::text, 4713)),
                   pg_advisory_xact_lock(hashtextextended(mailbox_of(?), 4713))
            """;
    private static final String ADD = """
            insert into address_wish (id, client_id, address_version, email, language, asked_at, expires_at)
            select ?, c.client_id, c.address_version, ?, ?, ?, ? from contact c
            where c.client_id = ? and lower(c.email) <> lower(?)
              and (select count(*) from address_wish w where w.client_id = c.client_id and w.asked_at > ?) < ?
              and (select count(*) from address_wish w where w.mailbox = mailbox_of(?) and w.asked_at > ?) < ?
              and not exists (select from address_wish w where w.mailbox = mailbox_of(?) and w.outcome = 'DECLINED')
            """;
    private static final String REPLACE = """
            update address_wish set outcome = 'REPLACED', ended_at = ?
            where client_id = ? and id <> ? and outcome is null and confirmed_at is null
            """;
    private static final String OPEN = """
            w.outcome is null and w.confirmed_at is null and w.expires_at > ?
            and c.client_id = w.client_id and c.address_version = w.address_version
            """;
    private static final String IS_OPEN =
            "select exists (select from address_wish w, contact c where w.id = ? and w.client_id = ? and " + OPEN + ")";
    private static final String CONFIRM = """
            update address_wish w set confirmed_at = ?, next_try_at = ?, former_email = c.email from contact c
            where w.id = ? and w.client_id = ? and\s""" + OPEN + "returning w.*";
    private static final String DECLINE = """
            update address_wish set outcome = 'DECLINED', ended_at = ?
            where id = ? and client_id = ? and outcome is null and confirmed_at is null
            """;
    private static final String END = """
            update address_wish set outcome = ?, ended_at = ? where id = ? and outcome is null
            """;
    private static final String CLAIM_TELLING = """
            update address_wish set next_try_at = ?
            where id in (select id from address_wish
                         where outcome is null and confirmed_at is not null and next_try_at <= ?
                         order by next_try_at limit 20 for update skip locked)
            returning *
            """;
    private static final String FORGET_FORMER = """
            update address_wish w set former_email = null
            where former_email is not null and outcome is not null and not exists (
                select from delivery d where d.enrolment_id = w.id and d.step_key = 'address-moved'
                  and d.state in ('QUEUED', 'SENDING', 'UNKNOWN'))
            """;

    private final JdbcTemplate jdbc;

    WishRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean mayAsk(UUID clientId, int addressVersion) {
        return is(MAY_ASK, clientId, addressVersion);
    }

    /** @return whether it was added */
    boolean add(AddressWish wish) {
        OffsetDateTime dayAgo = utc(wish.at().minus(DAY));
        jdbc.query(LOCK, row -> { }, wish.clientId(), wish.email());
        boolean added = jdbc.update(ADD, wish.id(), wish.email(), wish.language().name(), utc(wish.at()),
                utc(wish.expiresAt()), wish.clientId(), wish.email(), dayAgo, AddressWishes.MOST_A_DAY_OF_A_CLIENT,
                wish.email(), dayAgo, AddressWishes.MOST_A_DAY_TO_AN_ADDRESS, wish.email()) == 1;
        if (added) {
            jdbc.update(REPLACE, utc(wish.at()), wish.clientId(), wish.id());
        }
        return added;
    }

    boolean isOpen(UUID clientId, UUID id, Instant now) {
        return is(IS_OPEN, id, clientId, utc(now));
    }

    Optional<AddressWish> confirm(UUID clientId, UUID id, Instant now) {
        return jdbc.query(CONFIRM, (row, n) -> wish(row), utc(now), utc(now.plus(RETRY_AFTER)), id, clientId, utc(now))
                .stream().findFirst();
    }

    void decline(UUID clientId, UUID id, Instant now) {
        jdbc.update(DECLINE, utc(now), id, clientId);
    }

    /** @return whether it had not ended before */
    boolean end(UUID id, String outcome, Instant now) {
        return jdbc.update(END, outcome, utc(now), id) == 1;
    }

    Optional<AddressWishes.Confirmed> confirmedBefore(UUID clientId, UUID id) {
        return jdbc.query("""
                select outcome from address_wish where id = ? and client_id = ? and confirmed_at is not null
                """, (row, n) -> row.getString("outcome") == null ? AddressWishes.Confirmed.SOON
                : "MOVED".equals(row.getString("outcome")) ? AddressWishes.Confirmed.MOVED
                : AddressWishes.Confirmed.OUTDATED, id, clientId).stream().findFirst();
    }

    List<AddressWish> claimTelling(Instant now) {
        return jdbc.query(CLAIM_TELLING, (row, n) -> wish(row), utc(now.plus(RETRY_AFTER)), utc(now));
    }

    /** Also the address before, once nothing is to go there any more. */
    void forget(Instant now) {
        jdbc.update(FORGET_FORMER);
        jdbc.update("""
                delete from address_wish
                where coalesce(ended_at, asked_at) < ? and (outcome is not null or confirmed_at is null)
                """, utc(now.minus(KEPT)));
    }

    private boolean is(String question, Object... values) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, values));
    }

    private static AddressWish wish(ResultSet row) throws SQLException {
        Instant confirmedAt = instantOrNull(row, "confirmed_at");
        return new AddressWish(row.getObject("id", UUID.class), row.getObject("client_id", UUID.class),
                row.getInt("address_version"), Objects.requireNonNull(row.getString("email")),
                Language.valueOf(row.getString("language")),
                confirmedAt == null ? instant(row, "asked_at") : confirmedAt, instant(row, "expires_at"));
    }
}
