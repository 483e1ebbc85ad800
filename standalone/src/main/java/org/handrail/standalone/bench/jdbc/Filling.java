package org.handrail.standalone.bench.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.handrail.contract.Purpose;
import org.handrail.followup.schedule.PlannedStep;
import org.handrail.followup.time.WallClock;
import org.handrail.local.LocalDatabase;
import org.handrail.standalone.bench.people.Cohort;
import org.handrail.standalone.bench.people.Life;
import org.jspecify.annotations.Nullable;

/**
 * Fills the tables of followup-service with people, as if each had come in by Kafka: case, contact, preferences,
 * confirmed address, appointment, enrolment, steps. What they are dealt is worked out once a life; the rows are made
 * inside PostgreSQL. Ids follow from the seed, those of enrolments as the service makes them.
 */
public final class Filling {

    /** In the order in which they are filled: the largest first. */
    private static final List<String> TABLES = List.of(
            "due_step", "enrolment", "contact", "preference", "address_state", "reach", "client_case", "appointment");
    private static final int AT_A_TIME = 250_000;

    private final LocalDatabase database;
    private final long seed;
    private final Consumer<String> progress;
    private int people;
    private int lives;

    public Filling(LocalDatabase database, long seed, Consumer<String> progress) {
        this.database = database;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * These people and nobody else: empties the tables, fills them without indexes, builds the indexes and lets
     * PostgreSQL look at the result. For millions; the service must not run meanwhile, and have run before.
     *
     * @return how many steps are pending
     */
    public long replaceAll(List<Cohort> cohorts) throws Exception {
        try (Sql sql = new Sql(database)) {
            deal(sql, cohorts);
            List<LaidAside> indexes = new ArrayList<>();
            for (String table : TABLES) {
                indexes.add(LaidAside.takenFrom(sql, "followup." + table));
            }
            inTwos(TABLES, (own, table) -> fill(own, "followup", table, true));
            inTwos(indexes, (own, table) -> {
                own.run("set maintenance_work_mem = '256MB'");
                own.run("vacuum (freeze, analyze) " + table.table());
                table.buildAgain(own);
                progress.accept(table.table() + ": indexes built");
            });
            sql.run("truncate followup.task, followup.task_source, followup.staff_stop");
            return Long.parseLong(
                    sql.texts("select count(*) from followup.due_step where state = 'PENDING'").get(0));
        }
    }

    /** As a server that has been up for a while has in memory, as far as it has room: rows and primary keys. */
    public void readIn() throws SQLException {
        try (Sql sql = new Sql(database)) {
            // along the key: reading a table from end to end would not keep it in memory
            sql.run("set enable_seqscan = off");
            sql.run("set enable_bitmapscan = off");
            sql.run("set enable_indexonlyscan = off");
            for (String table : TABLES) {
                String first = sql.texts("""
                        select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                        where indisprimary and indrelid = 'followup.%s'::regclass""".formatted(table)).get(0);
                sql.texts("select count(*) from (select " + first + " from followup." + table
                        + " order by " + first + " offset 0) as rows");
            }
        }
    }

    /** Makes these people, in addition to whom there is; for thousands. The steps stay out of sight until shown. */
    public Hidden addHidden(List<Cohort> cohorts) throws Exception {
        try (Sql sql = new Sql(database)) {
            deal(sql, cohorts);
            sql.run("drop table if exists bench.due_step");
            sql.run("create table bench.due_step (like followup.due_step including generated)");
            fill(sql, "bench", "due_step", false);
            sql.run("analyze bench.due_step");
            for (String table : TABLES.subList(1, TABLES.size())) {
                fill(sql, "followup", table, false);
                sql.run("analyze followup." + table);
            }
        }
        return new Hidden(database);
    }

    /** Steps made but not shown yet. */
    public static final class Hidden {

        private final LocalDatabase database;

        private Hidden(LocalDatabase database) {
            this.database = database;
        }

        /**
         * All at once.
         *
         * @return when they were committed, in {@link System#nanoTime()}
         */
        public long show() throws SQLException {
            try (Sql sql = new Sql(database)) {
                // steps come due days after their people came: by then PostgreSQL has tidied up
                sql.run("vacuum analyze followup.outbox, "
                        + TABLES.stream().map("followup."::concat).collect(Collectors.joining(", ")));
                sql.begin();
                sql.run("insert into followup.due_step select * from bench.due_step");
                sql.run("analyze followup.due_step");
                long shown = System.nanoTime();
                sql.commit();
                return shown;
            }
        }

        /** As a table of the shape and with the indexes of the real one. */
        public void copyTo(String table) throws SQLException {
            try (Sql sql = new Sql(database)) {
                sql.run("drop table if exists " + table);
                sql.run("create table " + table + " (like followup.due_step including all)");
                sql.run("insert into " + table + " select * from followup.due_step");
                sql.run("insert into " + table + " select * from bench.due_step");
                sql.run("analyze " + table);
            }
        }
    }

    private void deal(Sql sql, List<Cohort> cohorts) throws SQLException {
        sql.run(LayOut.WORKSHOP);
        int first = people;
        for (Cohort cohort : cohorts) {
            if (cohort.people() > 0) {
                deal(sql, cohort);
            }
        }
        sql.run("analyze bench.person, bench.life, bench.life_step, bench.life_purpose");
        progress.accept(String.format("%,d people dealt their lives", people - first));
    }

    private void deal(Sql sql, Cohort cohort) throws SQLException {
        List<Object[]> stands = new ArrayList<>();
        List<Object[]> steps = new ArrayList<>();
        List<Object[]> purposes = new ArrayList<>();
        int firstLife = lives;
        for (Life life : cohort.lives()) {
            int number = lives++;
            stands.add(new Object[] {number, cohort.schedule().id(), cohort.schedule().version(),
                cohort.schedule().schedule().anchor().event().name(), kind(cohort, life), utc(life.anchor()),
                utc(life.knownAt()), utc(life.bookedAt()), life.zone()});
            life.steps().forEach(step -> steps.add(step(number, life, step)));
            for (Purpose purpose : cohort.purposes()) {
                purposes.add(new Object[] {number, purpose.name()});
            }
        }
        sql.batch("insert into bench.life values (?, ?, ?, ?, ?, ?, ?, ?, ?)", stands);
        sql.batch("insert into bench.life_step values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", steps);
        sql.batch("insert into bench.life_purpose values (?, ?)", purposes);
        sql.update(LayOut.PEOPLE, Long.toString(seed), people, people + cohort.people() - 1, firstLife,
                cohort.lives().size());
        people += cohort.people();
    }

    private static Object[] step(int life, Life stands, PlannedStep step) {
        boolean meant = step.fate() != PlannedStep.Fate.NOT_MEANT;
        boolean done = meant && !stands.isPending(step);
        boolean email = step.step().isEmail();
        return new Object[] {life, step.key(), stands.bookedAt() == null ? 0 : 1, email,
            step.fate() == PlannedStep.Fate.AHEAD_AS_TASK, utc(stands.anchor()), step.wall(), stands.zone(),
            WallClock.tzdbVersion(), utc(step.at()), utc(step.deadline()),
            done ? "DONE" : meant ? "PENDING" : "SKIPPED",
            done ? email ? "mailed" : "raised" : meant ? null : "condition-not-met",
            done ? utc(step.at()) : null, done && email ? "SENT" : null};
    }

    private static @Nullable String kind(Cohort cohort, Life life) {
        return life.bookedAt() == null ? null
                : cohort.schedule().schedule().anchor().kinds().iterator().next().name();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** @param emptied what was there goes, which spares PostgreSQL its journal */
    private void fill(Sql sql, String schema, String table, boolean emptied) throws SQLException {
        int first = Integer.parseInt(sql.texts("select coalesce(min(number), 0) from bench.person").get(0));
        long rows = 0;
        sql.begin();
        if (emptied) {
            sql.run("truncate " + schema + "." + table);
        }
        for (int from = first; from < people; from += AT_A_TIME) {
            int until = Math.min(people, from + AT_A_TIME) - 1;
            rows += sql.update("insert into " + schema + "." + LayOut.rowsOf(table), from, until);
            if (people - first > AT_A_TIME) {
                progress.accept(String.format("%s: %,d rows, %d %%", table, rows,
                        100L * (until + 1 - first) / (people - first)));
            }
        }
        sql.commit();
    }

    private interface Work<T> {
        void on(Sql own, T what) throws SQLException;
    }

    /** Two connections take turns: one processor each on a small machine. */
    private <T> void inTwos(List<T> all, Work<T> work) throws Exception {
        Queue<T> left = new ConcurrentLinkedQueue<>(all);
        InTwos.run(() -> {
            try (Sql own = new Sql(database)) {
                for (T next = left.poll(); next != null; next = left.poll()) {
                    work.on(own, next);
                }
            }
            return null;
        });
    }
}
