package org.handrail.notifier.delivery.jdbc;

import static org.handrail.notifier.jdbc.Columns.instant;
import static org.handrail.notifier.jdbc.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.contract.AppointmentKind;
import org.handrail.contract.AppointmentStatus;
import org.handrail.contract.HowGiven;
import org.handrail.contract.Language;
import org.handrail.contract.Purpose;
import org.handrail.notifier.choice.Choices;
import org.handrail.notifier.consent.Preference;
import org.handrail.notifier.delivery.Delivery;
import org.handrail.notifier.delivery.Messages;
import org.handrail.notifier.delivery.Situation;
import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.delivery.Situation.Recipient;
import org.handrail.notifier.jdbc.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the last look goes by, for all locked rows in one query, read after the locks were taken. */
final class Situations {

    private static final String READ = """
            select d.*,
                   d.queued_at > clock_timestamp() - make_interval(secs => ?) as fresh,
                   k.client_id is not null as client_known,
                   c.client_id as contact_of, c.inquirer, c.given_name, c.email, c.address_version as current_address,
                   c.language, c.zone as client_zone, c.site_id as client_site,
                   coalesce(w.detailed, false) as detailed, coalesce(w.calendar_files, false) as calendar_files,
                   a.confirmed_at is not null as confirmed, a.suppressed_at is not null as suppressed,
                   p.state as consent_state, p.how, p.since, p.expires_at,
                   t.version as known_version, t.status, t.starts_at, t.zone as site_zone, t.site_id,
                   t.kind as appointment_kind,
                   (select max(s.capped_at) from delivery s
                     where s.client_id = d.client_id and s.capped_at > ?) as last_capped_at,
                   d.purpose = 'FOLLOW_UP' and exists (
                       select from delivery r where r.client_id = d.client_id and r.state = 'QUEUED'
                          and r.purpose = 'APPOINTMENT_REMINDERS' and r.next_attempt_at <= ?) as reminder_waiting,
                   case when d.purpose = 'RECEIPTS' then (
                       select count(*) from delivery r join contact o on o.client_id = r.client_id
                        where o.mailbox = c.mailbox and r.purpose = 'RECEIPTS' and r.claimed_at > ?
                          and r.schedule_id <> 'new-address'
                          and r.state in ('SENDING', 'SENT', 'BOUNCED', 'UNKNOWN')) else 0 end as receipts
            from delivery d
            left join known_client k on k.client_id = d.client_id
            left join contact c on c.client_id = d.client_id
            left join client_choice w on w.client_id = d.client_id
            left join address a on a.client_id = c.client_id and a.address_version = c.address_version
            left join consent p on p.client_id = d.client_id and p.purpose = d.purpose
            left join appointment t on t.appointment_id = d.appointment_id
            where d.id = any(?::uuid[])
            order by d.purpose = 'APPOINTMENT_REMINDERS' desc, d.due_at, d.id
            """;

    /** Longer than a local day ever is. */
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final ZoneId NO_MATTER = ZoneOffset.UTC;

    private final JdbcTemplate jdbc;
    private final Messages messages;
    private final Duration freshFor;
    private final AddressChanges addressChanges;

    /** @param freshFor how long, in real time, events that set out together may be apart */
    Situations(JdbcTemplate jdbc, Messages messages, Duration freshFor) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.freshFor = freshFor;
        this.addressChanges = new AddressChanges(jdbc);
    }

    /** Reminders of appointments first, then by due time. */
    List<Situation> of(Collection<UUID> deliveries, Instant now) {
        return addressChanges.heed(jdbc.query(READ, (row, n) -> situation(row, now), freshFor.toMillis() / 1000.0,
                Columns.utc(now.minus(TWO_DAYS)), Columns.utc(now), Columns.utc(now.minus(A_DAY)),
                deliveries.toArray(UUID[]::new)), now);
    }

    private Situation situation(ResultSet row, Instant now) throws SQLException {
        Recipient recipient = recipient(row);
        return new Situation(delivery(row), now, recipient == null ? NO_MATTER : messages.zoneOf(recipient),
                row.getBoolean("fresh"), row.getBoolean("client_known"), recipient, consent(row), appointment(row),
                instantOrNull(row, "last_capped_at"), row.getBoolean("reminder_waiting"), row.getInt("receipts"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getObject("id", UUID.class), row.getObject("client_id", UUID.class),
                row.getObject("enrolment_id", UUID.class), row.getString("step_key"),
                Purpose.valueOf(row.getString("purpose")), row.getString("template"),
                row.getObject("appointment_id", UUID.class), row.getInt("appointment_version"),
                instant(row, "due_at"), instant(row, "deadline"), row.getInt("attempts"));
    }

    private static @Nullable Recipient recipient(ResultSet row) throws SQLException {
        return row.getObject("contact_of") == null ? null : new Recipient(row.getBoolean("inquirer"),
                row.getString("given_name"), row.getString("email"), row.getInt("current_address"),
                Language.valueOf(row.getString("language")), row.getString("client_zone"),
                row.getString("client_site"), row.getBoolean("confirmed"), row.getBoolean("suppressed"),
                new Choices(row.getBoolean("detailed"), row.getBoolean("calendar_files")));
    }

    private static @Nullable Preference consent(ResultSet row) throws SQLException {
        String state = row.getString("consent_state");
        return state == null ? null : new Preference(Preference.State.valueOf(state),
                HowGiven.valueOf(row.getString("how")), instant(row, "since"), instantOrNull(row, "expires_at"));
    }

    private static @Nullable Appointment appointment(ResultSet row) throws SQLException {
        String status = row.getString("status");
        String kind = row.getString("appointment_kind");
        return status == null ? null : new Appointment(row.getInt("known_version"), AppointmentStatus.valueOf(status),
                instant(row, "starts_at"), row.getString("site_zone"), row.getString("site_id"),
                kind == null ? null : AppointmentKind.valueOf(kind));
    }
}
