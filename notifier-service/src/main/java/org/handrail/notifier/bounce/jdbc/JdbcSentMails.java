package org.handrail.notifier.bounce.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.handrail.contract.Purpose;
import org.handrail.contract.deliveries.DeliveryChanged;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.bounce.SentMails;
import org.handrail.notifier.delivery.State;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The delivery table, read and marked. */
public final class JdbcSentMails implements SentMails {

    private static final String FIND = """
            select d.id, d.client_id, d.state, d.address_version, d.template = 'address-asking' as asking,
                   case when d.schedule_id = 'new-address' then d.enrolment_id end as wish_id,
                   lower(case when d.template = 'address-asking' then w.email
                              else coalesce(c.email, w.former_email) end) as address
            from delivery d
            left join contact c on c.client_id = d.client_id and c.address_version = d.address_version
            left join address_wish w on w.id = d.enrolment_id and d.schedule_id = 'new-address'
            where d.id = ? and d.claimed_at is not null
            """;
    /** A sender that settles the row later finds it no longer its own and changes nothing. */
    private static final String BOUNCED = """
            update delivery set state = 'BOUNCED', reason = ?, changed_at = ?
            where id = ? and state in ('SENT', 'UNKNOWN', 'SENDING')
            returning client_id, id, enrolment_id, step_key, purpose, reason
            """;
    private static final String CLIENTS_AT = """
            select client_id from contact where lower(email) = ? order by client_id limit 20
            """;

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final Consumer<DeliveryChanged> watcher;

    /** @param watcher told of each fact before it is committed */
    public JdbcSentMails(JdbcTemplate jdbc, Outbox outbox, Consumer<DeliveryChanged> watcher) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.watcher = watcher;
    }

    @Override
    public Optional<Sent> find(UUID deliveryId) {
        return jdbc.query(FIND, (row, n) -> new Sent(row.getObject("id", UUID.class),
                row.getObject("client_id", UUID.class), State.valueOf(row.getString("state")),
                row.getInt("address_version"), row.getString("address"),
                row.getObject("wish_id", UUID.class), row.getBoolean("asking")), deliveryId).stream().findFirst();
    }

    @Override
    public void bounced(UUID deliveryId, String reason, Instant at) {
        List<DeliveryChanged> changed = jdbc.query(BOUNCED, (row, n) -> new DeliveryChanged(
                row.getObject("client_id", UUID.class), row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class), row.getString("step_key"),
                Purpose.valueOf(row.getString("purpose")), DeliveryChanged.State.BOUNCED, row.getString("reason"), at),
                reason, Columns.utc(at), deliveryId);
        outbox.publishAll(changed, at);
        changed.forEach(watcher);
    }

    @Override
    public List<UUID> clientsAt(String address) {
        return jdbc.queryForList(CLIENTS_AT, UUID.class, address.toLowerCase(Locale.ROOT));
    }
}
