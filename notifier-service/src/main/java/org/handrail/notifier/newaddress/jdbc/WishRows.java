package org.handrail.notifier.newaddress.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;
import static org.handrail.notifier.jdbc.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.AddressWishes;
import org.handrail.notifier.newaddress.MailAddress;
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
    /** One at a time for a client and for an address, so that they are counted right. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 4713))";
    private static final String ADD = """
            insert into address_wish (id, client_id, address_version, email, language, asked_at, expires_at)
            select ?, c.client_id, c.address_version, ?, ?, ?, ? from contact c
            where c.client_id = ? and lower(c.email) <> lower(?)
              and (select count(*) from address_wish w where w.client_id = c.client_id and w.asked_at > ?) < ?
              and (select count(*) from address_wish w where lower(w.email) = lower(?) and w.asked_at > ?) < ?
              and not exists (select from address_wish w where lower(w.email) = lower(?) and w.outcome = 'DECLINED')
            """;
    private static final String REPLACE = """
            update address_wish set outcome = 'REPLACED', ended_at = ?
            where client_id = ? and id <> ? and outcome is null and confirmed_at is null
            """;
    /** The lock that a stop takes as well: it is in force before, or the mail was on its way before it. */
    private static final String LOCK_CONSENTS = "select client_id from consent_ledger where client_id = ? for update";
    private static final String WANTS_MAIL = """
            exists (select from consent k where k.client_id = w.client_id and k.state = 'IN_FORCE'
                                            and (k.expires_at is null or k.expires_at > ?))
            """;
    private static final String CLAIM_MAIL = """
            update address_wish w set mail_claimed_at = ? from contact c
            where w.id = ? and w.mail_claimed_at is null and w.outcome is null and w.expires_at > ?
              and c.client_id = w.client_id and c.address_version = w.address_version
              and\s""" + WANTS_MAIL + """
              and not exists (select from contact o join address a using (client_id, address_version)
                              where lower(o.email) = lower(w.email) and a.suppressed_at is not null)
              and not exists (select from contact o where lower(o.email) = lower(w.email)
                              and exists (select from consent k where k.client_id = o.client_id
                                          and k.state = 'WITHDRAWN')
                              and not exists (select from consent k where k.client_id = o.client_id
                                              and k.state = 'IN_FORCE'))
            returning w.*, c.site_id
            """;
    private static final String UNSENT = """
            update address_wish set outcome = 'UNSENT', ended_at = ?
            where id = ? and mail_claimed_at is null and outcome is null
            """;
    private static final String OPEN = """
            w.outcome is null and w.confirmed_at is null and w.mail_claimed_at is not null and w.expires_at > ?
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
    private static final String FORMER = """
            select w.former_email, w.language, c.site_id from address_wish w join contact c using (client_id)
            where w.id = ? and w.former_email is not null
              and not exists (select from address a where a.client_id = w.client_id
                              and a.address_version = w.address_version and a.suppressed_at is not null)
              and\s""" + WANTS_MAIL;

    private final JdbcTemplate jdbc;

    WishRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record ToAsk(AddressWish wish, String siteId) {
    }

    /** Whom to tell that their address was changed. */
    record Former(String email, Language language, String siteId) {
    }

    boolean mayAsk(UUID clientId, int addressVersion) {
        return is(MAY_ASK, clientId, addressVersion);
    }

    /** @return whether it was added */
    boolean add(UUID id, UUID clientId, MailAddress address, Language language, Instant now) {
        jdbc.query(LOCK, row -> { }, "client " + clientId);
        jdbc.query(LOCK, row -> { }, "address " + address.value().toLowerCase(Locale.ROOT));
        boolean added = jdbc.update(ADD, id, address.value(), language.name(), utc(now),
                utc(now.plus(AddressWishes.LIFE)), clientId, address.value(),
                utc(now.minus(DAY)), AddressWishes.MOST_A_DAY_OF_A_CLIENT,
                address.value(), utc(now.minus(DAY)), AddressWishes.MOST_A_DAY_TO_AN_ADDRESS, address.value()) == 1;
        if (added) {
            jdbc.update(REPLACE, utc(now), clientId, id);
        }
        return added;
    }

    void lockConsents(UUID clientId) {
        jdbc.query(LOCK_CONSENTS, row -> { }, clientId);
    }

    /** Under the lock of the client's consents. Empty when nothing may go, or somebody else has it. */
    Optional<ToAsk> claimMail(UUID id, Instant now) {
        Optional<ToAsk> claimed = jdbc.query(CLAIM_MAIL,
                (row, n) -> new ToAsk(wish(row), row.getString("site_id")), utc(now), id, utc(now), utc(now))
                .stream().findFirst();
        if (claimed.isEmpty()) {
            jdbc.update(UNSENT, utc(now), id);
        }
        return claimed;
    }

    void sent(UUID id, String outcome) {
        jdbc.update("update address_wish set mail_outcome = ? where id = ?", outcome, id);
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

    /** Under the lock of the client's consents; at most once. Nobody who said stop is written to even now. */
    Optional<Former> claimFormer(UUID id, Instant now) {
        Optional<Former> former = jdbc.query(FORMER, (row, n) -> new Former(row.getString("former_email"),
                Language.valueOf(row.getString("language")), row.getString("site_id")), id, utc(now))
                .stream().findFirst();
        jdbc.update("update address_wish set former_email = null where id = ?", id);
        return former;
    }

    List<AddressWish> claimTelling(Instant now) {
        return jdbc.query(CLAIM_TELLING, (row, n) -> wish(row), utc(now.plus(RETRY_AFTER)), utc(now));
    }

    /** Those whose mail nobody got to. */
    List<AddressWish> unclaimed(Instant now) {
        return jdbc.query("""
                select * from address_wish where outcome is null and mail_claimed_at is null and asked_at <= ? limit 20
                """, (row, n) -> wish(row), utc(now.minus(RETRY_AFTER)));
    }

    /** Those whose former address nobody got to tell. */
    List<AddressWish> untold(Instant now) {
        return jdbc.query("""
                select * from address_wish where outcome = 'MOVED' and former_email is not null and ended_at <= ? limit 20
                """, (row, n) -> wish(row), utc(now.minus(RETRY_AFTER)));
    }

    void forget(Instant now) {
        jdbc.update("""
                delete from address_wish where asked_at < ? and (outcome is not null or confirmed_at is null)
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
