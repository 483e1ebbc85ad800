package org.handrail.standalone.faults.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.local.LocalDatabase;
import org.jspecify.annotations.Nullable;

/** What the tables of all services say, counted for one round of people by the beginning of their references. */
public final class Aftermath {

    private final LocalDatabase database;

    public Aftermath(LocalDatabase database) {
        this.database = database;
    }

    /** What became of a receipt. */
    public record Receipt(UUID clientId, String state, @Nullable Instant claimedAt) {
    }

    /** Facts not yet published, steps due but not released, mails not yet decided. */
    public long unfinished() {
        return number("""
                select (select count(*) from intake.outbox) + (select count(*) from followup.outbox)
                     + (select count(*) from notifier.outbox)
                     + (select count(*) from followup.due_step where state = 'PENDING' and due_at < now())
                     + (select count(*) from notifier.delivery
                        where state in ('SENDING') or state = 'QUEUED' and next_attempt_at < now() + interval '5 minutes')
                """, null);
    }

    public long inquiries(String round) {
        return number("""
                select count(*) from intake.inquiry i join intake.client_reference r using (client_id)
                where r.reference like ? || '%'
                """, round);
    }

    /** People enrolled in the follow-up of web inquiries. */
    public long enrolments(String round) {
        return number("""
                select count(*) from followup.enrolment e join intake.client_reference r using (client_id)
                where e.schedule_id = 'web-inquiry' and r.reference like ? || '%'
                """, round);
    }

    public long withoutCallBack(String round) {
        return number("""
                select count(*) from intake.client_reference r
                where r.reference like ? || '%' and 1 <> (select count(*) from followup.task t
                    where t.client_id = r.client_id and t.kind = 'CALL_BACK')
                """, round);
    }

    /** Receipts that follow-up has neither handed over nor given a reason for, or more than once. */
    public long receiptsWithoutOneOutcome(String round) {
        return number("""
                select count(*) from followup.enrolment e join intake.client_reference r using (client_id)
                where e.schedule_id = 'web-inquiry' and r.reference like ? || '%'
                  and 1 <> (select count(*) from followup.due_step s
                            left join notifier.delivery d on d.enrolment_id = s.enrolment_id
                                 and d.step_key = s.step_key
                            where s.enrolment_id = e.enrolment_id and s.email and s.due_at < now()
                              and (s.state in ('SKIPPED', 'DROPPED') or s.as_task and s.state = 'DONE'
                                   or d.state in ('SENT', 'SKIPPED', 'WITHDRAWN', 'REFUSED', 'UNKNOWN')))
                """, round);
    }

    /** By the local part of the address. */
    public Map<String, Receipt> receipts(String round) {
        Map<String, Receipt> receipts = new HashMap<>();
        query("""
                select r.reference, d.client_id, d.state, d.claimed_at
                from notifier.delivery d join intake.client_reference r using (client_id)
                where r.reference like ? || '%'
                """, round, row -> receipts.put(row.getString(1),
                new Receipt(row.getObject(2, UUID.class), row.getString(3), instant(row))));
        return receipts;
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private long number(String sql, @Nullable String round) {
        long[] number = new long[1];
        query(sql, round, row -> number[0] = row.getLong(1));
        return number[0];
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private void query(String sql, @Nullable String round, Reading reading) {
        try (Connection connection = database.connect(); var statement = connection.prepareStatement(sql)) {
            if (round != null) {
                statement.setString(1, round);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.of(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
