package org.handrail.standalone.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.local.mailbox.SmtpSink;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.bench.smtp.PlainLoop;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.stack.Service;

/**
 * How fast notifier-service, a process of its own, drains reminders that are due at once: from Kafka through ledger,
 * last look and rendering to the mail server's yes. The bound is a plain Angus Mail loop that keeps no record, over as
 * many connections to the same sink, before and after it in the same run.
 */
public final class DrainBenchmark implements Benchmark {

    private static final String CONNECTIONS = "32";
    private static final int WARM_UP = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public String summary() {
        return "reminders a second, draining --reminders (20000) over --connections (32) against a plain Angus Mail loop";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        int reminders = Integer.parseInt(options.getOrDefault("reminders", "20000"));
        int connections = Integer.parseInt(options.getOrDefault("connections", CONNECTIONS));
        try (SmtpSink sink = SmtpSink.start();
                SeparateServices services = SeparateServices.start(
                        Set.of(Service.NOTIFIER), sink.smtpUrl() + "?connections=" + connections);
                Tables tables = new Tables(services.database());
                DueReminders due = new DueReminders(services.bootstrap(), Clock.systemUTC())) {
            return measure(reminders, connections, sink, tables, due);
        }
    }

    private static Measurement measure(int reminders, int connections, SmtpSink sink, Tables tables, DueReminders due)
            throws Exception {
        drain(WARM_UP, sink, tables, due);
        long octets = sink.octets() / sink.mails();
        PlainLoop plain = PlainLoop.ofSize(octets, sink.port(), connections);
        plain.send(WARM_UP);
        double before = plain.send(reminders);
        double drained = drain(reminders, sink, tables, due);
        long octetsBefore = sink.octets();
        double after = plain.send(reminders);
        double plainOctets = (sink.octets() - octetsBefore) / (double) reminders;
        double bound = (before + after) / 2;
        return Measurement.of("drain")
                .figure("reminders drained", drained, "1/s")
                .figure("connections", connections, "")
                .figure("octets a mail", octets, "")
                .bound("plain Angus Mail loop, before", before, "1/s")
                .bound("plain Angus Mail loop, after", after, "1/s")
                .bound("octets a mail of the plain loop", plainOctets, "")
                .ratio("drained / plain loop", drained / bound)
                .build();
    }

    /** @return reminders a second, from the first told to Kafka to the last accepted by the mail server */
    private static double drain(int reminders, SmtpSink sink, Tables tables, DueReminders due) {
        List<UUID> clients = DueReminders.clients(reminders);
        long knownBefore = tables.number(MAY_BE_WRITTEN_TO);
        long sentBefore = sink.mails();
        due.introduce(clients);
        tables.await(MAY_BE_WRITTEN_TO, known -> known == knownBefore + reminders, PATIENCE);
        long began = System.nanoTime();
        due.fallDue(clients);
        Tables.await(() -> sink.mails() >= sentBefore + reminders, PATIENCE, "all reminders at the mail server");
        double seconds = (System.nanoTime() - began) / 1e9;
        tables.await("select count(*) from notifier.delivery where state <> 'SENT'", none -> none == 0, PATIENCE);
        if (sink.mails() != sentBefore + reminders) {
            throw new IllegalStateException("More mails than reminders");
        }
        return reminders / seconds;
    }

    private static final String MAY_BE_WRITTEN_TO = """
            select count(*) from notifier.consent c
            join notifier.address a using (client_id) join notifier.contact using (client_id)
            where c.state = 'IN_FORCE' and a.confirmed_at is not null
            """;
}
