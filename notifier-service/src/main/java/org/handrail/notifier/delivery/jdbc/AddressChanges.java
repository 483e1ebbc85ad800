package org.handrail.notifier.delivery.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.delivery.Delivery;
import org.handrail.notifier.delivery.Situation;
import org.handrail.notifier.delivery.Situation.AddressChange;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the last look goes by for mails of a change of address, in place of what holds for the client's own: whom they go
 * to, and any consent that is in force, for they belong to no purpose.
 */
final class AddressChanges {

    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String READ = """
            select d.id, d.template = 'address-asking' as asking, w.email, w.former_email, w.address_version, w.language,
                   c.inquirer, c.site_id, k.state as consent_state, k.how, k.since, k.expires_at,
                   case when d.template = 'address-asking'
                        then w.outcome is null and w.confirmed_at is null and w.address_version = c.address_version
                        else w.outcome = 'MOVED' and w.former_email is not null end as open,
                   case when d.template = 'address-asking'
                        then exists (select from contact o join address a using (client_id, address_version)
                                     where lower(o.email) = lower(w.email) and a.suppressed_at is not null)
                        else exists (select from address a where a.client_id = w.client_id
                                     and a.address_version = w.address_version and a.suppressed_at is not null)
                        end as suppressed,
                   d.template = 'address-asking' and exists (
                       select from contact o where lower(o.email) = lower(w.email)
                          and exists (select from consent s where s.client_id = o.client_id and s.state = 'WITHDRAWN')
                          and not exists (select from consent s
                                          where s.client_id = o.client_id and s.state = 'IN_FORCE')) as unwelcome,
                   case when d.template = 'address-asking' then (
                       select count(*) from delivery r left join contact o on o.client_id = r.client_id
                                                       left join address_wish x on x.id = r.id
                        where r.client_id in (select client_id from contact where mailbox = w.mailbox
                                              union select client_id from address_wish where mailbox = w.mailbox)
                          and r.purpose = 'RECEIPTS' and r.claimed_at > ? and r.id <> d.id
                          and r.state in ('SENDING', 'SENT', 'BOUNCED', 'UNKNOWN')
                          and case when r.schedule_id = 'new-address' then x.mailbox else o.mailbox end = w.mailbox)
                        else 0 end as receipts
            from (select cast(? as timestamptz) as now) u cross join delivery d
            join address_wish w on w.id = d.enrolment_id and w.client_id = d.client_id
            join contact c on c.client_id = d.client_id
            left join lateral (
                select * from consent k where k.client_id = d.client_id
                order by k.state = 'IN_FORCE' and coalesce(k.expires_at, 'infinity') > u.now desc,
                         k.state = 'WITHDRAWN' desc, k.since desc limit 1) k on true
            where d.id = any(?::uuid[])
            """;

    private record Found(Recipient recipient, @Nullable Preference consent, AddressChange change, int receipts) {
    }

    private final JdbcTemplate jdbc;

    AddressChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks the database only when one of them is such a mail. */
    List<Situation> heed(List<Situation> situations, Instant now) {
        UUID[] mails = situations.stream().map(Situation::delivery).filter(Delivery::isOfAddressChange)
                .map(Delivery::id).toArray(UUID[]::new);
        if (mails.length == 0) {
            return situations;
        }
        Map<UUID, Found> found = new HashMap<>();
        OffsetDateTime at = Columns.utc(now);
        jdbc.query(READ, row -> {
            found.put(row.getObject("id", UUID.class), found(row));
        }, Columns.utc(now.minus(A_DAY)), at, mails);
        return situations.stream().map(one -> with(one, found.get(one.delivery().id()))).toList();
    }

    private static Situation with(Situation one, @Nullable Found found) {
        return found == null ? one : new Situation(one.delivery(), one.now(), one.zone(), one.fresh(),
                one.clientKnown(), found.recipient(), found.consent(), null, null, false, found.receipts(),
                found.change());
    }

    private static Found found(ResultSet row) throws SQLException {
        boolean asking = row.getBoolean("asking");
        Recipient recipient = new Recipient(row.getBoolean("inquirer"), null,
                row.getString(asking ? "email" : "former_email"), row.getInt("address_version"),
                Language.valueOf(row.getString("language")), null, row.getString("site_id"), !asking,
                row.getBoolean("suppressed"), Choices.DISCREET);
        String state = row.getString("consent_state");
        Preference consent = state == null ? null : new Preference(Preference.State.valueOf(state),
                HowGiven.valueOf(row.getString("how")), instant(row, "since"), instantOrNull(row, "expires_at"));
        return new Found(recipient, consent,
                new AddressChange(row.getBoolean("open"), row.getBoolean("unwelcome")), row.getInt("receipts"));
    }
}
