package org.handrail.standalone.bench.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.handrail.local.LocalDatabase;

/**
 * Makes steps come due that lie scattered among all that are to come, one a person: of ten, four reminders of
 * appointments, four follow-up emails and two call-backs of inquiries. Put back afterwards, so that they can come due
 * again.
 */
public final class ScatteredSteps {

    /** Of ten in a row, how many are emails. */
    public static final int EMAILS_OF_TEN = 8;

    private static final String PREPARE = """
            create index on bench.person (number);
            create table bench.taken (
                enrolment_id uuid, step_key text, appointment_version integer, due_at timestamptz, number integer)
            """;
    /** A large prime, so that neighbours in time are far from each other in the table. */
    private static final String TAKE = """
            insert into bench.taken
            select step.enrolment_id, step.step_key, step.appointment_version, step.due_at, chosen.number
            from (select number,
                    case when number %% 10 < 4 then 'email-3-d' when number %% 10 < 8 then 'email-7-d'
                        else 'call-72-h' end as step_key,
                    (case when number %% 10 < 4 then ((number / 10 * 4 + number %% 10) * 2654435761) %% %1$d
                        else %1$d + ((number / 10 * 6 + number %% 10 - 4) * 2654435761) %% %2$d end)::integer as person
                from generate_series(0::bigint, ?::bigint - 1) as number) as chosen
            join bench.person on person.number = chosen.person
            join followup.due_step as step on step.enrolment_id = person.enrolment_id
                and step.step_key = chosen.step_key and step.state = 'PENDING'
            """;
    private static final String FALL_DUE = """
            update followup.due_step as step set due_at = ?::timestamptz + taken.number * ?::interval
            from bench.taken
            where step.enrolment_id = taken.enrolment_id and step.step_key = taken.step_key
                and step.appointment_version = taken.appointment_version
            """;
    private static final String PUT_BACK = """
            update followup.due_step as step
            set due_at = taken.due_at, state = 'PENDING', reason = null, released_at = null, delivery = null
            from bench.taken
            where step.enrolment_id = taken.enrolment_id and step.step_key = taken.step_key
                and step.appointment_version = taken.appointment_version;
            update followup.reach set mail_day = null where mail_day is not null;
            truncate bench.taken, followup.task_source, followup.task, followup.staff_stop;
            """;
    private static final String LATENESS = """
            select coalesce(percentile_disc(%s) within group (order by extract(epoch from step.released_at - step.due_at)
                * 1000), 0)::bigint from bench.taken join followup.due_step as step
                    using (enrolment_id, step_key, appointment_version)
            """;

    private final LocalDatabase database;
    private final int appointments;
    private final int inquiries;

    /** @param appointments people in their schedule, made before those in the schedule of inquiries */
    public ScatteredSteps(LocalDatabase database, int appointments, int inquiries) throws SQLException {
        this.database = database;
        this.appointments = appointments;
        this.inquiries = inquiries;
        try (Sql sql = new Sql(database)) {
            sql.run(PREPARE);
        }
    }

    /** How many can come due at a time: each person gets one email a day. */
    public int most() {
        return Math.min(appointments / 4, inquiries / 6) * 10;
    }

    /**
     * From an instant on, so far apart; zero lets all come due at once.
     *
     * @return when that was committed, in {@link System#nanoTime()}
     */
    public long fallDue(int steps, Instant from, Duration apart) throws SQLException {
        try (Sql sql = new Sql(database)) {
            int taken = sql.update(TAKE.formatted(appointments, inquiries), steps);
            if (taken != steps) {
                throw new IllegalStateException(taken + " of " + steps + " steps were found pending");
            }
            sql.run("analyze bench.taken");
            sql.begin();
            sql.update(FALL_DUE, from.atOffset(ZoneOffset.UTC), apart.toNanos() / 1000 + " microseconds");
            long committed = System.nanoTime();
            sql.commit();
            return committed;
        }
    }

    /** From a step's time to its release, in milliseconds. */
    public long lateness(double share) throws SQLException {
        try (Sql sql = new Sql(database)) {
            return Long.parseLong(sql.texts(LATENESS.formatted(share)).get(0));
        }
    }

    public void putBack() throws SQLException {
        try (Sql sql = new Sql(database)) {
            sql.run(PUT_BACK);
            sql.run("vacuum followup.due_step, followup.reach");
            sql.run("vacuum followup.outbox");
        }
    }
}
