package org.handrail.standalone.bench.dispatch;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.handrail.standalone.bench.Published;
import org.handrail.standalone.bench.jdbc.BoundLoop;
import org.handrail.standalone.bench.jdbc.Filling.Hidden;
import org.handrail.standalone.bench.jdbc.RivalTable;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.bench.rival.RivalProcess;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.process.ServiceProcess;

/** The three that work off due steps, each measured from the commit that makes all of them due at once. */
final class Races {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BOUND_TABLE = "bench.bound_step";
    private static final String RAISED = "select count(*) from followup.task_source";
    private static final String DUE = """
            select count(*) from (select from followup.due_step
                where state = 'PENDING' and email in (true, false) and due_at <= now() limit 1) due""";

    /** @param rate steps a second */
    record Result(double rate, ProcessorTime spent) {
    }

    private final SeparateServices services;
    private final Published published;
    private final Tables tables;
    private final Clock clock;

    Races(SeparateServices services, Published published, Tables tables, Clock clock) {
        this.services = services;
        this.published = published;
        this.tables = tables;
        this.clock = clock;
    }

    /** Until each step is settled and each email is at Kafka. */
    Result handrail(Hidden hidden, Mix mix) throws SQLException {
        List<ProcessHandle> handles = services.running().stream().map(ServiceProcess::handle).toList();
        long before = published.count();
        long raisedBefore = tables.number(RAISED);
        long began = hidden.show();
        ProcessorTime spent = ProcessorTime.now(handles);
        Tables.await(() -> published.count() >= before + mix.emails()
                && tables.number(RAISED) >= raisedBefore + mix.tasks(), PATIENCE,
                "every email at Kafka and every task in the queue");
        double seconds = (System.nanoTime() - began) / 1e9;
        tables.await(DUE, none -> none == 0, PATIENCE);
        tables.await("select count(*) from followup.outbox", none -> none == 0, PATIENCE);
        if (published.count() != before + mix.emails()) {
            throw new IllegalStateException("Kafka has more reminders than emails were due");
        }
        return new Result(mix.steps() / seconds, ProcessorTime.now(handles).since(spent));
    }

    /** To be called before the steps are shown: on a copy of the table with them. */
    void copyForBound(Hidden hidden) throws SQLException {
        hidden.copyTo(BOUND_TABLE);
    }

    Result bound(Mix mix) throws SQLException {
        try (BoundLoop loop = new BoundLoop(services.database(), BOUND_TABLE, clock)) {
            ProcessorTime spent = ProcessorTime.now(List.of());
            long began = System.nanoTime();
            long marked = loop.run();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (marked != mix.steps()) {
                throw new IllegalStateException(marked + " rows were due instead of " + mix.steps());
            }
            return new Result(marked / seconds, ProcessorTime.now(List.of()).since(spent));
        }
    }

    Result rival(RivalTable table, RivalProcess process, int steps) throws SQLException {
        ProcessorTime spent = ProcessorTime.now(List.of(process.handle()));
        long began = table.add(steps);
        tables.await("select count(*) from bench.scheduled_tasks", none -> none == 0, PATIENCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Result(steps / seconds, ProcessorTime.now(List.of(process.handle())).since(spent));
    }
}
