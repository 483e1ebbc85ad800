package org.handrail.notifier.delivery.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.handrail.notifier.jdbc.Columns;
import org.handrail.notifier.newaddress.AddressMails;
import org.handrail.notifier.newaddress.AddressWish;
import org.handrail.notifier.newaddress.AddressWishes;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the mails of a change of address into the ledger. Addresses stay where the wish is. */
public final class AddressNotices implements AddressMails {

    private static final String QUEUE = """
            insert into delivery (id, client_id, enrolment_id, schedule_id, schedule_version, step_key, purpose,
                                  template, appointment_version, due_at, deadline, state, reason, next_attempt_at,
                                  changed_at)
            values (?, ?, ?, 'new-address', 1, ?, 'RECEIPTS', ?, 0, ?, ?, 'QUEUED', 'due', ?, ?)
            on conflict do nothing
            """;

    /** A link that is about to expire helps nobody. */
    private static final Duration TIME_TO_ANSWER = Duration.ofHours(1);

    private final JdbcTemplate jdbc;

    public AddressNotices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void ask(AddressWish wish, Instant now) {
        queue(wish.id(), wish, ASKING, wish.expiresAt().minus(TIME_TO_ANSWER), now);
    }

    @Override
    public void tellFormer(AddressWish wish, Instant now) {
        queue(UUID.randomUUID(), wish, MOVED, now.plus(AddressWishes.LIFE), now);
    }

    private void queue(UUID id, AddressWish wish, String template, Instant deadline, Instant now) {
        OffsetDateTime at = Columns.utc(now);
        jdbc.update(QUEUE, id, wish.clientId(), wish.id(), template, template, at, Columns.utc(deadline), at, at);
    }
}
