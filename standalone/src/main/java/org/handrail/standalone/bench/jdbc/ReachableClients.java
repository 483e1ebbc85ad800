package org.handrail.standalone.bench.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.handrail.local.LocalDatabase;

/**
 * Fills the tables of notifier-service with people who may be reminded of an appointment, as if each had come in by
 * Kafka: contact, confirmed address, consent with the act that it follows from, appointment. Rows are made inside
 * PostgreSQL.
 */
public final class ReachableClients {

    private static final List<String> ROWS = List.of("""
            insert into notifier.contact (client_id, version, inquirer, given_name, email, address_version, language,
                                          zone, site_id)
            select client_id, 1, false, 'Robin', client_id || '@example.net', 1, 'EN', zone, 'main' from bench.reachable
            """, """
            insert into notifier.address (client_id, address_version, confirmed_at, confirmed_how)
            select client_id, 1, at, 'read-back' from bench.reachable
            """, """
            insert into notifier.consent_ledger (client_id, version) select client_id, 1 from bench.reachable
            """, """
            insert into notifier.consent_act (client_id, act_id, kind, purpose, wording, language, how, recorded_by,
                                              risk_warning_shown, occurred_at, recorded_at)
            select client_id, gen_random_uuid(), 'GIVEN', 'APPOINTMENT_REMINDERS', 'bench/1', 'EN', 'SPOKEN', 'bench',
                true, at, at from bench.reachable
            """, """
            insert into notifier.consent (client_id, purpose, state, how, since)
            select client_id, 'APPOINTMENT_REMINDERS', 'IN_FORCE', 'SPOKEN', at from bench.reachable
            """, """
            insert into notifier.known_client (client_id) select client_id from bench.reachable
            """, """
            insert into notifier.appointment (appointment_id, client_id, version, status, starts_at, zone, site_id)
            select appointment_id, client_id, 1, 'BOOKED', starts_at, 'America/New_York', 'main' from bench.reachable
            """);

    private final LocalDatabase database;

    public ReachableClients(LocalDatabase database) {
        this.database = database;
    }

    /** @param id of the client and of the appointment, tomorrow */
    public record Person(UUID id, UUID appointment) {
    }

    public void add(List<Person> people, String zone, Instant now) throws SQLException {
        try (Sql sql = new Sql(database)) {
            sql.run("create schema if not exists bench");
            sql.run("drop table if exists bench.reachable");
            sql.run("create unlogged table bench.reachable (client_id uuid, appointment_id uuid, zone text, "
                    + "at timestamptz, starts_at timestamptz)");
            sql.update("""
                    insert into bench.reachable
                    select client_id, appointment_id, ?, ?, ?
                    from unnest(?::uuid[], ?::uuid[]) as person (client_id, appointment_id)""",
                    zone, now.minusSeconds(60).atOffset(ZoneOffset.UTC), now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC),
                    people.stream().map(Person::id).toArray(UUID[]::new),
                    people.stream().map(Person::appointment).toArray(UUID[]::new));
            for (String rows : ROWS) {
                sql.run(rows);
            }
            tidy(sql);
        }
    }

    /** Whatever is queued is due then; the tables tidied as autovacuum would sooner or later. */
    public void fallDue(Instant due) throws SQLException {
        try (Sql sql = new Sql(database)) {
            var at = due.atOffset(ZoneOffset.UTC);
            sql.update("update notifier.delivery set due_at = ?, next_attempt_at = ? where state = 'QUEUED'", at, at);
            tidy(sql);
        }
    }

    private static void tidy(Sql sql) throws SQLException {
        for (String table : List.of("contact", "address", "consent_ledger", "consent_act", "consent", "known_client",
                "appointment", "delivery", "inbox", "outbox")) {
            sql.run("vacuum (analyze) notifier." + table);
        }
    }
}
