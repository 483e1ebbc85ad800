package org.handrail.standalone.bench.jdbc;

/** How people and the lives they are dealt become rows of followup-service's tables. */
final class LayOut {

    /** Made anew for each filling: no table here outlives its use. */
    static final String WORKSHOP = """
            create schema if not exists bench;
            drop table if exists bench.person, bench.life, bench.life_step, bench.life_purpose;
            create unlogged table bench.person (
                number integer, life integer, client_id uuid, fact_id uuid, enrolment_id uuid);
            create unlogged table bench.life (
                life integer, schedule_id text, schedule_version integer, event text, kind text,
                anchor timestamptz, known_at timestamptz, booked_at timestamptz, zone text);
            create unlogged table bench.life_step (
                life integer, step_key text, appointment_version integer, email boolean, as_task boolean,
                anchor timestamptz, wall timestamp, zone text, tzdb text, due_at timestamptz, deadline timestamptz,
                state text, reason text, released_at timestamptz, delivery text);
            create unlogged table bench.life_purpose (life integer, purpose text);
            -- java.util.UUID.nameUUIDFromBytes
            create or replace function bench.named(name text) returns uuid language sql immutable as $$
                select overlay(overlay(md5(name) placing '3' from 13)
                    placing substr('89ab', (('x' || substr(md5(name), 17, 1))::bit(4)::integer & 3) + 1, 1)
                    from 17)::uuid $$;
            """;

    /** Seed, first and last number, first life and how many there are. */
    static final String PEOPLE = """
            insert into bench.person
            select number, life, client_id, fact_id, bench.named(
                'enrolment/' || schedule_id || '/' || fact_id || '/' || case when kind is null then 0 else 1 end)
            from (select number, first_life + (number - first) % lives as life,
                    md5(seed || '/client/' || number)::uuid as client_id,
                    md5(seed || '/fact/' || number)::uuid as fact_id
                from (values (?::text, ?::integer, ?::integer, ?::integer, ?::integer))
                        as dealt (seed, first, last, first_life, lives),
                    generate_series(first, last) as number) as person
                join bench.life using (life)
            """;

    private LayOut() {
    }

    /** What is to be inserted into a table for the people between two numbers. */
    static String rowsOf(String table) {
        return table + " " + switch (table) {
            case "due_step" -> """
                    (enrolment_id, step_key, appointment_version, email, as_task, anchor, wall, zone, tzdb, due_at,
                        deadline, state, reason, released_at, delivery, schedule_version)
                    select enrolment_id, step_key, appointment_version, email, as_task, step.anchor, wall, step.zone,
                        tzdb, due_at, deadline, state, reason, released_at, delivery, schedule_version
                    from bench.person join bench.life using (life) join bench.life_step step using (life)""";
            case "enrolment" -> """
                    (enrolment_id, client_id, schedule_id, schedule_version, event, anchor_id, appointment_id, site_id,
                        on_behalf, against_advice, enrolled_at, anchor, known_at, version, booked_at, changed,
                        client_zone)
                    select enrolment_id, client_id, schedule_id, schedule_version, event, fact_id,
                        case when kind is not null then fact_id end, 'main', false, false, known_at, anchor, known_at,
                        case when kind is null then 0 else 1 end, booked_at, false, zone
                    from bench.person join bench.life using (life)""";
            case "contact" -> """
                    (client_id, version, inquirer, given_name, family_name, email, address_version, language, zone,
                        site_id, messages, received_at)
                    select client_id, 1, false, 'Robin', 'Example', client_id || '@example.net', 1, 'EN', zone, 'main',
                        '{}', known_at
                    from bench.person join bench.life using (life)""";
            case "preference" -> """
                    (client_id, purpose, version, state, since)
                    select client_id, purpose, 1, 'IN_FORCE', known_at
                    from bench.person join bench.life using (life) join bench.life_purpose using (life)""";
            case "address_state" -> """
                    (client_id, address_version, state, reason, since)
                    select client_id, 1, 'CONFIRMED', 'read-back', known_at
                    from bench.person join bench.life using (life)""";
            case "reach" -> """
                    (client_id, known, given, zone, address_state, reminders_state, follow_up_state, receipts_state)
                    select client_id, true, true, zone, 'CONFIRMED',
                        case when 'APPOINTMENT_REMINDERS' = any(purposes) then 'IN_FORCE' end,
                        case when 'FOLLOW_UP' = any(purposes) then 'IN_FORCE' end,
                        case when 'RECEIPTS' = any(purposes) then 'IN_FORCE' end
                    from bench.person join bench.life using (life)
                        left join (select life, array_agg(purpose) as purposes from bench.life_purpose group by life)
                            as given using (life)""";
            case "client_case" -> """
                    (client_id, zone) select client_id, zone from bench.person join bench.life using (life)""";
            case "appointment" -> """
                    (appointment_id, client_id, version, change, status, kind, starts_at_local, zone, starts_at,
                        site_id, booked_at, occurred_at)
                    select fact_id, client_id, 1, 'BOOKED', 'BOOKED', kind,
                        anchor at time zone 'America/New_York', 'America/New_York', anchor, 'main', booked_at, booked_at
                    from bench.person join bench.life using (life)""";
            default -> throw new IllegalArgumentException(table);
        } + " where number between ? and ?" + (table.equals("appointment") ? " and kind is not null" : "");
    }
}
