package org.handrail.standalone.bench.jdbc;

import java.sql.SQLException;
import org.handrail.local.LocalDatabase;

/** db-scheduler's table, as its documentation has it for PostgreSQL. */
public final class RivalTable {

    private static final String MADE = """
            create schema if not exists bench;
            drop table if exists bench.scheduled_tasks;
            create table bench.scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamptz not null, picked boolean not null, picked_by text,
                last_success timestamptz, last_failure timestamptz, consecutive_failures integer,
                last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index execution_time_idx on bench.scheduled_tasks (execution_time);
            create index last_heartbeat_idx on bench.scheduled_tasks (last_heartbeat);
            """;

    private final LocalDatabase database;
    private int tasks;

    public RivalTable(LocalDatabase database) throws SQLException {
        this.database = database;
        try (Sql sql = new Sql(database)) {
            sql.run(MADE);
        }
    }

    /**
     * All at once, due over the last hour.
     *
     * @return when they were committed, in {@link System#nanoTime()}
     */
    public long add(int count) throws SQLException {
        try (Sql sql = new Sql(database)) {
            sql.run("vacuum bench.scheduled_tasks");
            sql.begin();
            sql.update("""
                    insert into bench.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    select 'step', number::text, now() - number % 3600 * interval '1 second', false, 1
                    from generate_series(?::integer, ?::integer) as number""", tasks, tasks + count - 1);
            tasks += count;
            sql.run("analyze bench.scheduled_tasks");
            long shown = System.nanoTime();
            sql.commit();
            return shown;
        }
    }
}
