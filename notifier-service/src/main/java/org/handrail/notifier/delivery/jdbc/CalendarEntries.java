package org.handrail.notifier.delivery.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.notifier.delivery.Claimed;
import org.handrail.notifier.delivery.Delivery;
import org.handrail.notifier.delivery.Situation.Appointment;
import org.handrail.notifier.jdbc.Columns;
import org.handrail.notifier.template.ReminderToRender.CalendarEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives claimed mail about appointments its calendar entry, where the client chose to have one. Written down with the
 * claim: a number that was used up by an attempt in vain harms nobody, one used twice for two times would.
 */
final class CalendarEntries {

    private static final String ISSUE = """
            insert into appointment_calendar (appointment_id, client_id, sequence, starts_at, cancelled, issued_at)
            values (?, ?, 0, ?, ?, ?)
            on conflict (appointment_id) do update
            set sequence = appointment_calendar.sequence
                    + case when appointment_calendar.starts_at = excluded.starts_at
                            and appointment_calendar.cancelled = excluded.cancelled then 0 else 1 end,
                client_id = excluded.client_id, starts_at = excluded.starts_at, cancelled = excluded.cancelled,
                issued_at = excluded.issued_at
            returning uid, sequence, cancelled
            """;

    private final JdbcTemplate jdbc;

    CalendarEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Claimed> issue(List<Claimed> claimed, Instant now) {
        return claimed.stream().map(one -> isWanted(one) ? one.with(issue(one, one.appointment(), now)) : one).toList();
    }

    private static boolean isWanted(Claimed claimed) {
        return claimed.delivery().isReminder() && claimed.appointment() != null
                && claimed.recipient().choices().calendarFiles();
    }

    private CalendarEntry issue(Claimed claimed, @Nullable Appointment appointment, Instant now) {
        Delivery delivery = claimed.delivery();
        return jdbc.queryForObject(ISSUE, (row, n) -> new CalendarEntry(
                row.getObject("uid", UUID.class), row.getInt("sequence"), row.getBoolean("cancelled")),
                delivery.appointmentId(), delivery.clientId(), Columns.utc(appointment.startsAt()),
                delivery.isCancellation(), Columns.utc(now));
    }
}
