package org.handrail.standalone.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.handrail.local.mailbox.SmtpSink;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.process.Midday;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.stack.Service;

/**
 * How long it takes from the answer to an inquiry, which means that it is durable, until the mail server has taken its
 * receipt: intake, Kafka, follow-up, Kafka, notifier, SMTP, each service a process of its own.
 */
public final class LatencyBenchmark implements Benchmark {

    private static final int WARM_UP_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double PROMISED_RATE = 50;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String summary() {
        return "from an accepted event to SMTP acceptance, at --rate (50) events/s for --seconds (30)";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        int rate = Integer.parseInt(options.getOrDefault("rate", "50"));
        int seconds = Integer.parseInt(options.getOrDefault("seconds", "30"));
        Map<String, Long> takenAt = new ConcurrentHashMap<>();
        try (SmtpSink sink = SmtpSink.start(0, takenAt::put);
                SeparateServices services = SeparateServices.start(EnumSet.allOf(Service.class), sink.smtpUrl());
                Tables tables = new Tables(services.database())) {
            measure("warm", rate, WARM_UP_SECONDS, services.door(), tables, takenAt);
            double[] milliseconds = measure("real", rate, seconds, services.door(), tables, takenAt);
            return Measurement.of(name())
                    .figure("events", milliseconds.length, "")
                    .figure("p50", percentile(milliseconds, 0.50), "ms")
                    .figure("p99", percentile(milliseconds, 0.99), "ms")
                    .figure("longest", milliseconds[milliseconds.length - 1], "ms")
                    .figure("rate asked for", rate, "1/s")
                    .bound("rate of the promise", PROMISED_RATE, "1/s")
                    .build();
        }
    }

    /** @return sorted, in milliseconds */
    private static double[] measure(String name, int rate, int seconds, Door door, Tables tables,
            Map<String, Long> takenAt) throws Exception {
        int people = rate * seconds;
        String zone = Midday.zone(Clock.systemUTC().instant());
        long consentsBefore = tables.number(CONSENTS);
        inTurn(people, 4 * rate, number -> door.post("/api/v1/consents", name + "-consent-" + number,
                Door.consent(name + number, zone, Clock.systemUTC().instant())));
        tables.await(CONSENTS, count -> count == consentsBefore + 3L * people, PATIENCE);
        tables.await(PREFERENCES, count -> count == consentsBefore + 3L * people, PATIENCE);
        tables.await(UNPUBLISHED, none -> none == 0, PATIENCE);

        long[] answeredAt = new long[people];
        inTurn(people, rate, number -> {
            Door.Answer answer = door.post("/api/v1/inquiries", name + "-inquiry-" + number,
                    Door.inquiry(name + number, zone));
            answeredAt[number] = System.nanoTime();
            return answer;
        });
        Tables.await(() -> IntStream.range(0, people).allMatch(number -> takenAt.containsKey(address(name, number))),
                PATIENCE, "a receipt for every inquiry");
        return IntStream.range(0, people)
                .mapToDouble(number -> Math.max(0, takenAt.get(address(name, number)) - answeredAt[number]) / 1e6)
                .sorted().toArray();
    }

    /** The preparations must not be in the way of what is measured. */
    private static final String PREFERENCES = "select count(*) from followup.preference where state = 'IN_FORCE'";
    private static final String UNPUBLISHED = """
            select (select count(*) from intake.outbox) + (select count(*) from followup.outbox)
                 + (select count(*) from notifier.outbox)
            """;
    private static final String CONSENTS = "select count(*) from notifier.consent where state = 'IN_FORCE'";

    private static String address(String name, int number) {
        return name + number + "@example.net";
    }

    private interface Call {
        Door.Answer at(int number) throws Exception;
    }

    /** Evenly, whether or not earlier ones were answered. */
    private static void inTurn(int count, int rate, Call call) throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(16);
        try {
            long step = TimeUnit.SECONDS.toNanos(1) / rate;
            for (int i = 0; i < count; i++) {
                int number = i;
                threads.schedule(() -> {
                    Door.Answer answer = call.at(number);
                    if (!answer.accepted()) {
                        throw new IllegalStateException("answered " + answer);
                    }
                    return accepted.incrementAndGet();
                }, step * number, TimeUnit.NANOSECONDS);
            }
            Tables.await(() -> accepted.get() == count, PATIENCE, "an answer to each of " + count + " events");
        } finally {
            threads.shutdownNow();
        }
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
