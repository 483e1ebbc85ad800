package org.handrail.notifier.delivery.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.contract.reminders.ReminderDue;
import org.handrail.contract.reminders.RemindersWithdrawn;
import org.handrail.contract.reminders.ResendAsked;
import org.handrail.messaging.Outbox;
import org.handrail.notifier.consent.Withdrawals;
import org.handrail.notifier.delivery.Queue;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts reminders into the ledger, and takes back those that are still queued. */
public final class JdbcQueue implements Queue, Withdrawals {

    private static final String ENQUEUE = """
            insert into delivery (id, client_id, enrolment_id, schedule_id, schedule_version, step_key, purpose,
                                  template, appointment_id, appointment_version, due_at, deadline, state, reason,
                                  next_attempt_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 'due', ?, ?)
            on conflict do nothing
            """;
    private static final String END = """
            insert into ended_enrolment (enrolment_id, reason, ended_at) values (?, ?, ?) on conflict do nothing
            """;
    /** Rows are locked in one order, and only QUEUED ones: what is claimed is decided. */
    private static final String TAKE_BACK = """
            with queued as (
                %s
                order by d.id
                for no key update of d)
            update delivery d set state = 'WITHDRAWN', reason = queued.why, changed_at = ?
            from queued where d.id = queued.id
            returning d.client_id, d.id, d.enrolment_id, d.step_key, d.purpose, d.state, d.reason
            """;
    private static final String OF_ENDED = TAKE_BACK.formatted("""
            select d.id, e.reason as why from delivery d join ended_enrolment e using (enrolment_id)
            where d.enrolment_id = any(?::uuid[]) and d.state = 'QUEUED'
            """);
    /** Mails of a change of address rest on whatever consent is in force. */
    private static final String OF_STOPPED = TAKE_BACK.formatted("""
            select d.id, ?::text as why from delivery d
            where d.client_id = any(?::uuid[]) and d.state = 'QUEUED'
              and ((d.client_id, d.purpose) in (select * from unnest(?::uuid[], ?::text[]))
                   or d.schedule_id = 'new-address' and not exists (
                       select from consent k where k.client_id = d.client_id and k.state = 'IN_FORCE'))
            """);
    private static final String OF_CLIENTS = TAKE_BACK.formatted("""
            select d.id, ?::text as why from delivery d where d.client_id = any(?::uuid[]) and d.state = 'QUEUED'
            """);

    /** The act is written down whatever comes of it: the ledger tells who asked. */
    private static final String ASKED = """
            insert into resend (resend_id, delivery_id, asked_by, asked_at) values (?, ?, ?, ?) on conflict do nothing
            """;
    /** It gives back the client's one email of the day, for it is that email. */
    private static final String AGAIN = """
            update delivery d
            set state = 'QUEUED', reason = 'resend-asked', next_attempt_at = ?, changed_at = ?, capped_at = null
            from resend r
            where r.resend_id = any(?::uuid[]) and not r.queued and d.id = r.delivery_id and d.client_id = any(?::uuid[])
              and d.state = 'UNKNOWN'
            returning d.enrolment_id, r.resend_id
            """;
    private static final String QUEUED_BY = "update resend set queued = true where resend_id = any(?::uuid[])";

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final Clock clock;
    private final Runnable queued;

    /** @param queued told after each commit that queued something */
    public JdbcQueue(JdbcTemplate jdbc, Outbox outbox, Clock clock, Runnable queued) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
        this.queued = queued;
    }

    @Override
    public void take(Collection<ReminderDue> due, Collection<RemindersWithdrawn> withdrawn) {
        Instant now = clock.instant();
        OffsetDateTime at = Columns.utc(now);
        jdbc.batchUpdate(ENQUEUE, due, 500, (insert, reminder) -> bind(insert, reminder, at));
        jdbc.batchUpdate(END, withdrawn, 500, (insert, end) -> {
            insert.setObject(1, end.enrolmentId());
            insert.setString(2, end.reason());
            insert.setObject(3, Columns.utc(end.occurredAt()));
        });
        UUID[] enrolments = Stream.concat(due.stream().map(ReminderDue::enrolmentId),
                withdrawn.stream().map(RemindersWithdrawn::enrolmentId)).distinct().toArray(UUID[]::new);
        tell(now, OF_ENDED, enrolments, at);
        if (!due.isEmpty()) {
            afterCommit();
        }
    }

    @Override
    public void resend(Collection<ResendAsked> asked) {
        if (asked.isEmpty()) {
            return;
        }
        OffsetDateTime at = Columns.utc(clock.instant());
        jdbc.batchUpdate(ASKED, asked, 500, (insert, resend) -> {
            insert.setObject(1, resend.resendId());
            insert.setObject(2, resend.reminderId());
            insert.setString(3, resend.askedBy());
            insert.setObject(4, Columns.utc(resend.occurredAt()));
        });
        List<UUID[]> again = jdbc.query(AGAIN, (row, n) -> new UUID[] {
            row.getObject("enrolment_id", UUID.class), row.getObject("resend_id", UUID.class)}, at, at,
                asked.stream().map(ResendAsked::resendId).toArray(UUID[]::new),
                asked.stream().map(ResendAsked::clientId).toArray(UUID[]::new));
        if (!again.isEmpty()) {
            jdbc.update(QUEUED_BY, (Object) again.stream().map(row -> row[1]).toArray(UUID[]::new));
            tell(clock.instant(), OF_ENDED, again.stream().map(row -> row[0]).toArray(UUID[]::new), at);
            afterCommit();
        }
    }

    @Override
    public void withdraw(Collection<Stopped> stopped, String reason, Instant at) {
        if (!stopped.isEmpty()) {
            UUID[] clients = stopped.stream().map(Stopped::clientId).toArray(UUID[]::new);
            tell(at, OF_STOPPED, reason, clients, clients,
                    stopped.stream().map(one -> one.purpose().name()).toArray(String[]::new),
                    Columns.utc(at));
        }
    }

    @Override
    public void withdrawAll(Collection<UUID> clientIds, String reason, Instant at) {
        tell(at, OF_CLIENTS, reason, clientIds.toArray(UUID[]::new), Columns.utc(at));
    }

    private void tell(Instant at, String takeBack, Object... arguments) {
        outbox.publishAll(jdbc.query(takeBack, DeliveryFacts.at(at), arguments), at);
    }

    private void afterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    queued.run();
                }
            });
        }
    }

    private static void bind(PreparedStatement insert, ReminderDue reminder, OffsetDateTime now) throws SQLException {
        insert.setObject(1, reminder.reminderId());
        insert.setObject(2, reminder.clientId());
        insert.setObject(3, reminder.enrolmentId());
        insert.setString(4, reminder.scheduleId());
        insert.setInt(5, reminder.scheduleVersion());
        insert.setString(6, reminder.stepKey());
        insert.setString(7, reminder.purpose().name());
        insert.setString(8, reminder.template());
        insert.setObject(9, reminder.appointmentId());
        insert.setInt(10, reminder.appointmentVersion());
        insert.setObject(11, Columns.utc(reminder.dueAt()));
        insert.setObject(12, Columns.utc(reminder.deadline()));
        insert.setObject(13, Columns.utc(reminder.dueAt()));
        insert.setObject(14, now);
    }
}
