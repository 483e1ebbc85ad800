package org.handrail.notifier.bounce.jdbc;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** One process at a time looks into a mailbox; when it falls silent, another takes over within a minute. */
public final class MailboxTurns {

    private static final String TAKE = """
            insert into mailbox_turn (mailbox, holder, until)
            values (?, ?, clock_timestamp() + interval '60 seconds')
            on conflict (mailbox) do update set holder = excluded.holder, until = excluded.until
            where mailbox_turn.holder = excluded.holder or mailbox_turn.until < clock_timestamp()
            """;
    private static final String LEAVE = """
            delete from mailbox_turn where holder = ?
            """;

    private final JdbcTemplate jdbc;
    private final UUID self;

    public MailboxTurns(JdbcTemplate jdbc, UUID self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /** Also renews it. */
    public boolean take(String mailbox) {
        return jdbc.update(TAKE, mailbox, self) == 1;
    }

    public void leave() {
        jdbc.update(LEAVE, self);
    }
}
