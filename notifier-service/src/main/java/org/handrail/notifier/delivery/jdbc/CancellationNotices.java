package org.handrail.notifier.delivery.jdbc;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.handrail.notifier.appointment.Cancellations;
import org.handrail.notifier.delivery.Delivery;
import org.handrail.notifier.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Queues the mail that carries the CANCEL of a calendar file: no schedule asks for it, since only who chose calendar
 * files has anything to take off. Whether it may go is for the last look, like everything.
 */
public final class CancellationNotices implements Cancellations {

    private static final String QUEUE = """
            insert into delivery (id, client_id, enrolment_id, schedule_id, schedule_version, step_key, purpose,
                                  template, appointment_id, appointment_version, due_at, deadline, state, reason,
                                  next_attempt_at, changed_at)
            select uuidv7(), a.client_id, e.uid, 'calendar', 1, 'calendar-cancelled', 'APPOINTMENT_REMINDERS',
                   ?, a.appointment_id, a.version, ?, a.starts_at, 'QUEUED', 'due', ?, ?
            from appointment a
            join appointment_calendar e using (appointment_id)
            join client_choice w on w.client_id = a.client_id and w.calendar_files
            where a.appointment_id = any(?::uuid[]) and a.status in ('CANCELLED', 'ENTERED_IN_ERROR')
                and not e.cancelled and a.starts_at > ?
            on conflict do nothing
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public CancellationNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void heed(Collection<UUID> appointmentIds) {
        if (!appointmentIds.isEmpty()) {
            OffsetDateTime now = Columns.utc(clock.instant());
            jdbc.update(QUEUE, Delivery.CANCELLATION, now, now, now, appointmentIds.toArray(UUID[]::new), now);
        }
    }
}
