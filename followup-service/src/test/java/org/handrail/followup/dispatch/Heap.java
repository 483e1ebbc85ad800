package org.handrail.followup.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps by the ten thousand, one a client, made in the tables; every client may be written to. */
final class Heap {

    private static final String CLIENTS = """
            with made as (
                select gen_random_uuid() as client, gen_random_uuid() as enrolment, gen_random_uuid() as inquiry
                from generate_series(1, :count)),
            enrolled as (
                insert into enrolment (enrolment_id, client_id, schedule_id, schedule_version, event, anchor_id, site_id,
                    on_behalf, against_advice, enrolled_at, anchor, known_at, version, changed, client_zone)
                select enrolment, client, 'web-inquiry', 1, 'INQUIRY', inquiry, 'main', false, false, :inquired, :inquired,
                    :inquired, 0, false, :zone from made),
            cases as (insert into client_case (client_id, zone) select client, :zone from made),
            contacts as (
                insert into contact (client_id, version, inquirer, email, address_version, language, zone, site_id,
                    messages, received_at)
                select client, 1, false, client || '@example.org', 1, 'EN', :zone, 'main', '{}', :inquired from made),
            preferences as (
                insert into preference (client_id, purpose, version, state, since)
                select client, 'FOLLOW_UP', 1, 'IN_FORCE', :inquired from made),
            addresses as (
                insert into address_state (client_id, address_version, state, reason, since)
                select client, 1, 'CONFIRMED', 'read-back', :inquired from made),
            reached as (
                insert into reach (client_id, known, given, zone, address_state, follow_up_state)
                select client, true, true, :zone, 'CONFIRMED', 'IN_FORCE' from made)
            insert into due_step (enrolment_id, step_key, appointment_version, schedule_version, email, as_task, anchor,
                wall, zone, tzdb, due_at, deadline, state)
            select enrolment, :step, 0, 1, :email, false, :inquired, (:due::timestamptz at time zone :zone), :zone, 'test',
                :due, :deadline, 'PENDING' from made
            """;

    private final JdbcClient jdbc;
    private final String zone;

    /** @param zone that the clients live in */
    Heap(JdbcClient jdbc, String zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The email a week after an inquiry. */
    void emails(int count, Instant due) {
        make(count, "email-7-d", true, due);
    }

    /** The second call-back after an inquiry. */
    void tasks(int count, Instant due) {
        make(count, "call-4-h", false, due);
    }

    private void make(int count, String step, boolean email, Instant due) {
        jdbc.sql(CLIENTS).param("count", count).param("zone", zone).param("step", step).param("email", email)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("inquired", due.minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .param("deadline", email ? due.plus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC) : null)
                .update();
        jdbc.sql("analyze").update();
    }
}
