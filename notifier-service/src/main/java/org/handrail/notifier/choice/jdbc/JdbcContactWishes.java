package org.handrail.notifier.choice.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.Language;
import org.handrail.notifier.choice.ContactWish;
import org.handrail.notifier.choice.ContactWishes;
import org.handrail.notifier.choice.IntakeLine;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wishes in a table until intake-service has them. Each statement stands alone: telling one twice changes nothing. */
public final class JdbcContactWishes implements ContactWishes {

    /** How long another instance, or the loop, leaves one alone that is being told. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private static final String KEEP = """
            insert into contact_wish (client_id, language, zone, asked_at, next_try_at) values (?, ?, ?, ?, ?)
            on conflict (client_id) do update
            set language = coalesce(excluded.language, contact_wish.language),
                zone = coalesce(excluded.zone, contact_wish.zone),
                asked_at = excluded.asked_at, next_try_at = excluded.next_try_at
            returning *
            """;
    private static final String CLAIM = """
            update contact_wish set next_try_at = ?
            where client_id in (select client_id from contact_wish where next_try_at <= ?
                                order by next_try_at limit 20 for update skip locked)
            returning *
            """;
    private static final String DONE = "delete from contact_wish where client_id = ? and asked_at = ?";

    private final JdbcTemplate jdbc;
    private final IntakeLine line;
    private final Clock clock;

    public JdbcContactWishes(JdbcTemplate jdbc, IntakeLine line, Clock clock) {
        this.jdbc = jdbc;
        this.line = line;
        this.clock = clock;
    }

    @Override
    public void bring(ContactWish wish) {
        tell(jdbc.query(KEEP, JdbcContactWishes::wish, wish.clientId(),
                wish.language() == null ? null : wish.language().name(), wish.zone(), Columns.utc(wish.askedAt()),
                Columns.utc(clock.instant().plus(RETRY_AFTER))));
    }

    @Override
    public void retry() {
        Instant now = clock.instant();
        tell(jdbc.query(CLAIM, JdbcContactWishes::wish, Columns.utc(now.plus(RETRY_AFTER)), Columns.utc(now)));
    }

    private void tell(List<ContactWish> wishes) {
        wishes.stream().filter(line::tell)
                .forEach(wish -> jdbc.update(DONE, wish.clientId(), Columns.utc(wish.askedAt())));
    }

    private static ContactWish wish(ResultSet row, int n) throws SQLException {
        String language = row.getString("language");
        return new ContactWish(row.getObject("client_id", UUID.class),
                language == null ? null : Language.valueOf(language), row.getString("zone"), instant(row, "asked_at"));
    }
}
