package org.handrail.standalone.bench.rival;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A process that runs db-scheduler over {@code bench.scheduled_tasks} with a handler that does nothing, until its
 * input ends. Tuned as its documentation advises for throughput: lock-and-fetch, many rows a fetch, more connections
 * than threads.
 */
final class DbScheduler {

    static final String TASK = "step";

    private DbScheduler() {
    }

    /** @param arguments threads, executions a fetch in multiples of them; the database is in the environment */
    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[0]);
        double fetched = Double.parseDouble(arguments[1]);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getenv("BENCH_DB_URL"));
        pool.setUsername(System.getenv("BENCH_DB_USER"));
        pool.setPassword(System.getenv("BENCH_DB_PASSWORD"));
        pool.setMaximumPoolSize(threads + 4);
        OneTimeTask<Void> nothing = Tasks.oneTime(TASK).execute((instance, context) -> { });
        try (HikariDataSource database = new HikariDataSource(pool)) {
            Scheduler scheduler = Scheduler.create(database, nothing)
                    .tableName("bench.scheduled_tasks")
                    .threads(threads)
                    .pollUsingLockAndFetch(0.5, fetched)
                    .pollingInterval(Duration.ofMillis(200))
                    .build();
            scheduler.start();
            System.in.transferTo(OutputStream.nullOutputStream());
            scheduler.stop();
        }
    }
}
