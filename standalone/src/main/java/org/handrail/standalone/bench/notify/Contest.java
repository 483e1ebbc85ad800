package org.handrail.standalone.bench.notify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.handrail.contract.Topic;
import org.handrail.standalone.bench.ProcessMemory;
import org.handrail.standalone.bench.ProcessorTimes;
import org.handrail.standalone.bench.Published;
import org.handrail.standalone.bench.jdbc.ReachableClients;
import org.handrail.standalone.bench.jdbc.ReachableClients.Person;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.bench.smtp.PlainProcess;
import org.handrail.standalone.bench.smtp.SinkProcess;
import org.handrail.standalone.process.Midday;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.process.ServiceProcess;
import org.handrail.standalone.stack.Service;
import org.jspecify.annotations.Nullable;

/** Notifier-service and the plain loop, a process each, with the same sink, key and number of connections. */
final class Contest implements AutoCloseable {

    static final String NOTIFIER = "notifier";
    static final String POSTGRES = "PostgreSQL";
    static final String SINK = "sink";
    static final String PLAIN = "plain loop";
    static final String BROKER = "broker";

    /** For whoever is measured: a quarter of what a small database server has. */
    private static final String MEMORY = "512MB";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SHORTEST_LEAD = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String NOT_SENT = "select count(*) from notifier.delivery where state <> 'SENT'";
    private static final String SENT = "select count(*) from notifier.delivery where state = 'SENT'";

    private final SinkProcess sink;
    private final PlainProcess plain;
    private final SeparateServices services;
    private final Tables tables;
    private final ReachableClients clients;
    private final DueReminders reminders;
    private final Published told;
    private final Clock clock = Clock.systemUTC();
    private double arrivalsASecond;
    private Duration tidyingARow = Duration.ofNanos(50_000);

    private Contest(SinkProcess sink, PlainProcess plain, SeparateServices services) throws SQLException {
        this.sink = sink;
        this.plain = plain;
        this.services = services;
        this.tables = new Tables(services.database());
        this.clients = new ReachableClients(services.database());
        this.reminders = new DueReminders(services.bootstrap(), clock);
        this.told = new Published(services.bootstrap(), Topic.DELIVERIES);
    }

    /** @param key to sign with; null: neither signs */
    static Contest start(int connections, @Nullable SigningKey key) throws Exception {
        SinkProcess sink = SinkProcess.start();
        PlainProcess plain = null;
        try {
            plain = PlainProcess.start(sink.port(), connections, key == null ? null : key.file());
            Map<String, String> settings = new HashMap<>(key == null ? Map.of() : key.settings());
            settings.put("HANDRAIL_SMTP_URL", sink.smtpUrl() + "?connections=" + connections);
            settings.put("HANDRAIL_DB_SHARED_BUFFERS", MEMORY);
            return new Contest(sink, plain, SeparateServices.start(Set.of(Service.NOTIFIER), settings));
        } catch (Exception e) {
            if (plain != null) {
                plain.close();
            }
            sink.close();
            throw e;
        }
    }

    /** The mail of the first reminder is what the plain loop sends. */
    byte[] agreeOnAMail() throws SQLException {
        sink.keepNext();
        drain(1);
        byte[] mail = sink.kept();
        plain.like(mail);
        return mail;
    }

    /**
     * From the moment at which so many reminders, which lie in the ledger, are due until the ledger says of each that
     * it was sent.
     */
    Side.Result drain(int count) throws SQLException {
        List<Person> people = Stream.generate(() -> new Person(UUID.randomUUID(), UUID.randomUUID()))
                .limit(count).toList();
        Instant begun = clock.instant();
        clients.add(people, Midday.zone(begun), begun);
        long toldBefore = told.count();
        long sentBefore = tables.number(SENT);
        arrive(people);
        Instant due = fallDue(count);
        SinkProcess.Taken before = sink.taken();
        ProcessorTimes spent = now();
        LockSupport.parkUntil(due.toEpochMilli());
        while (clock.instant().isBefore(due)) {
            LockSupport.parkUntil(due.toEpochMilli());
        }
        await(() -> sink.taken().since(before).mails() >= count, "every reminder at the mail server");
        await(() -> tables.number(SENT) >= sentBefore + count, "every reminder sent, says the ledger");
        double seconds = Duration.between(due, clock.instant()).toNanos() / 1e9;
        tables.await("select count(*) from notifier.outbox", none -> none == 0, PATIENCE);
        ProcessorTimes after = now().since(spent);
        SinkProcess.Taken taken = sink.taken().since(before);
        require(taken.mails() == count && taken.twice() == 0, "each reminder reaches the mail server once");
        require(tables.number(NOT_SENT) == 0, "each row of the ledger says sent");
        require(told.count() == toldBefore + count, "each is told to Kafka");
        return new Side.Result(count, count / seconds, taken.octetsAMail(), after);
    }

    /** By Kafka, long before they are due. */
    private void arrive(List<Person> people) {
        Instant begun = clock.instant();
        long before = tables.number("select count(*) from notifier.delivery");
        reminders.tell(people, begun.plus(Duration.ofHours(2)));
        tables.await("select count(*) from notifier.delivery", now -> now == before + people.size(), PATIENCE);
        arrivalsASecond = people.size() / (Duration.between(begun, clock.instant()).toNanos() / 1e9);
    }

    /**
     * @return when all of them are due: late enough for the tables to be tidy by then, going by how long that took
     *         before; where it takes longer it is in the way of what is measured
     */
    private Instant fallDue(int count) throws SQLException {
        Instant begun = clock.instant();
        Instant due = begun.plus(SHORTEST_LEAD).plus(tidyingARow.multipliedBy(2L * count));
        clients.fallDue(due);
        Duration taken = Duration.between(begun, clock.instant()).dividedBy(count);
        tidyingARow = count == 1 || taken.compareTo(tidyingARow) < 0 ? tidyingARow : taken;
        return due;
    }

    Side.Result plain(int count) {
        SinkProcess.Taken before = sink.taken();
        ProcessorTimes spent = now();
        double rate = plain.send(count);
        ProcessorTimes after = now().since(spent);
        SinkProcess.Taken taken = sink.taken().since(before);
        require(taken.mails() == count && taken.twice() == 0, "each mail of the plain loop arrives once");
        return new Side.Result(count, rate, taken.octetsAMail(), after);
    }

    double limitOfSink(int count) {
        return plain.limitOfSink(count);
    }

    double arrivalsASecond() {
        return arrivalsASecond;
    }

    private ProcessorTimes now() {
        return ProcessorTimes.now(processes());
    }

    private Map<String, List<ProcessHandle>> processes() {
        Map<String, List<ProcessHandle>> processes = new LinkedHashMap<>();
        processes.put(NOTIFIER, services.running().stream().map(ServiceProcess::handle).toList());
        processes.put(POSTGRES, ProcessorTimes.postgres());
        processes.put(SINK, List.of(sink.handle()));
        processes.put(PLAIN, List.of(plain.handle()));
        processes.put(BROKER, List.of(ProcessHandle.current()));
        return processes;
    }

    /** Resident; PostgreSQL's shared memory counted once. */
    Map<String, Double> memory() throws IOException {
        Map<String, Double> memory = new LinkedHashMap<>();
        for (Map.Entry<String, List<ProcessHandle>> each : processes().entrySet()) {
            ProcessMemory of = ProcessMemory.ofAll(each.getValue());
            memory.put(each.getKey(), each.getKey().equals(POSTGRES) ? of.proportionalMib() : of.residentMib());
        }
        return memory;
    }

    private static void await(BooleanSupplier reached, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            require(System.nanoTime() < until, what);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("This does not hold: " + what);
        }
    }

    @Override
    public void close() throws SQLException {
        try (sink; plain; services; tables; reminders; told) {
            // each of them, whatever the others do
        }
    }
}
