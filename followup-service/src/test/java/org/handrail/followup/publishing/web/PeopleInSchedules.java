package org.handrail.followup.publishing.web;

import static org.handrail.followup.console.ConsoleOnly.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.followup.FollowupDatabase;
import org.handrail.followup.schedule.Offset;
import org.handrail.followup.schedule.Schedule;
import org.handrail.followup.schedule.Step;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in the middle of a schedule whose steps all have elapsed offsets. */
final class PeopleInSchedules {

    static final Instant ANCHOR = NOON.minus(Duration.ofHours(3));

    private final JdbcClient jdbc;

    PeopleInSchedules(FollowupDatabase database) {
        jdbc = database.jdbc();
    }

    /** Published, as if it had been long ago. */
    void published(String id, int version, String definition) {
        jdbc.sql("insert into schedule (schedule_id) values (?) on conflict do nothing").param(id).update();
        jdbc.sql("insert into schedule_version (schedule_id, version, definition, created_at) values (?, ?, ?::jsonb, ?)")
                .params(id, version, definition, utc(NOON.minus(Duration.ofDays(90)))).update();
        jdbc.sql("update schedule set published = ? where schedule_id = ?").params(version, id).update();
    }

    /** @return ids of enrolments, of somebody who missed an appointment three hours ago */
    List<UUID> enrolled(String definition, int version, int howMany) {
        Schedule schedule = new ScheduleReader().read(definition);
        List<UUID> enrolments = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            enrolments.add(enrol(schedule, version));
        }
        return enrolments;
    }

    private UUID enrol(Schedule schedule, int version) {
        UUID enrolment = UUID.randomUUID();
        UUID client = UUID.randomUUID();
        jdbc.sql("insert into client_case (client_id, zone) values (?, 'America/New_York')").param(client).update();
        jdbc.sql("""
                        insert into enrolment (enrolment_id, client_id, schedule_id, schedule_version, event, anchor_id,
                            site_id, on_behalf, against_advice, enrolled_at, anchor, known_at, version, changed,
                            client_zone)
                        values (?, ?, ?, ?, 'NO_SHOW', ?, 'main', false, false, ?, ?, ?, 1, false,
                            'America/New_York')""")
                .params(enrolment, client, schedule.id(), version, UUID.randomUUID(), utc(ANCHOR), utc(ANCHOR),
                        utc(ANCHOR)).update();
        schedule.steps().forEach(step -> step(enrolment, version, step));
        return enrolment;
    }

    private void step(UUID enrolment, int version, Step step) {
        Instant at = ANCHOR.plus(((Offset.Elapsed) step.offset()).by());
        boolean done = at.isBefore(NOON);
        jdbc.sql("""
                        insert into due_step (enrolment_id, step_key, appointment_version, schedule_version, email,
                            as_task, anchor, wall, zone, tzdb, due_at, state, reason, released_at)
                        values (?, ?, 1, ?, ?, false, ?, ?, 'America/New_York', '2026a', ?, ?, ?, ?)""")
                .params(enrolment, step.key(), version, step.isEmail(), utc(ANCHOR),
                        at.atZone(java.time.ZoneId.of("America/New_York")).toLocalDateTime(), utc(at),
                        done ? "DONE" : "PENDING", done ? step.isEmail() ? "mailed" : "raised" : null,
                        done ? utc(at) : null).update();
    }

    void ends(UUID enrolment) {
        jdbc.sql("update enrolment set ended_at = ?, end_reason = 'booked' where enrolment_id = ?")
                .params(utc(NOON), enrolment).update();
    }

    int versionOf(UUID enrolment) {
        return jdbc.sql("select schedule_version from enrolment where enrolment_id = ?").param(enrolment)
                .query(Integer.class).single();
    }

    Instant dueAt(UUID enrolment, String step) {
        return jdbc.sql("select due_at from due_step where enrolment_id = ? and step_key = ?").params(enrolment, step)
                .query(OffsetDateTime.class).single().toInstant();
    }

    UUID clientOf(UUID enrolment) {
        return jdbc.sql("select client_id from enrolment where enrolment_id = ?").param(enrolment)
                .query(UUID.class).single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
