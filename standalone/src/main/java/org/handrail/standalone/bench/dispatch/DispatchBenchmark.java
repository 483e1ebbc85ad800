package org.handrail.standalone.bench.dispatch;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.contract.Topic;
import org.handrail.platform.site.Site;
import org.handrail.standalone.bench.Benchmark;
import org.handrail.standalone.bench.Measurement;
import org.handrail.standalone.bench.ProcessMemory;
import org.handrail.standalone.bench.Progress;
import org.handrail.standalone.bench.Published;
import org.handrail.standalone.bench.dispatch.Races.Result;
import org.handrail.standalone.bench.jdbc.Filling.Hidden;
import org.handrail.standalone.bench.jdbc.Filling;
import org.handrail.standalone.bench.jdbc.PublishedSchedules;
import org.handrail.standalone.bench.jdbc.RivalTable;
import org.handrail.standalone.bench.jdbc.Tables;
import org.handrail.standalone.bench.people.ShippedSites;
import org.handrail.standalone.bench.rival.RivalProcess;
import org.handrail.standalone.process.SeparateServices;
import org.handrail.standalone.process.ServiceProcess;
import org.handrail.standalone.stack.Service;

/**
 * Due steps that followup-service, a process of its own, releases a second, emails counted once they are at Kafka;
 * against PostgreSQL's own bound (a loop that only claims and marks, on a copy of the same table) and against
 * db-scheduler with a handler that does nothing, in turns in the same run.
 */
public final class DispatchBenchmark implements Benchmark {

    /** For whoever is measured: a quarter of what a small database server has. */
    private static final String MEMORY = "512MB";
    private static final int WARM_UP = 40_000;
    private static final int WARM_UPS = 6;

    @Override
    public String name() {
        return "dispatch";
    }

    @Override
    public String summary() {
        return "due steps released a second, by --instances (1), against a loop that only claims and marks and against "
                + "db-scheduler; --steps (100000), --emails (80) in a hundred, --rounds (3), --seed (1)";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        int steps = Integer.parseInt(options.getOrDefault("steps", "100000"));
        int emails = Integer.parseInt(options.getOrDefault("emails", "80"));
        int rounds = Integer.parseInt(options.getOrDefault("rounds", "3"));
        int instances = Integer.parseInt(options.getOrDefault("instances", "1"));
        long seed = Long.parseLong(options.getOrDefault("seed", "1"));
        Progress progress = new Progress();
        progress.say("Starting Kafka, PostgreSQL and followup-service");
        Path rivalLog = Files.createTempFile("handrail-db-scheduler-", ".log");
        try (SeparateServices services = SeparateServices.start(Set.of(Service.FOLLOWUP),
                        Map.of("HANDRAIL_SMTP_URL", "smtp://127.0.0.1:1", "HANDRAIL_DB_SHARED_BUFFERS", MEMORY));
                Tables tables = new Tables(services.database());
                Published published = new Published(services.bootstrap(), Topic.REMINDERS)) {
            for (int more = 1; more < instances; more++) {
                services.add(Service.FOLLOWUP);
            }
            RivalTable table = new RivalTable(services.database());
            try (RivalProcess rival = RivalProcess.start(services.database(), rivalLog)) {
                Turns turns = new Turns(services, new Races(services, published, tables, Clock.systemUTC()), table,
                        rival, new Filling(services.database(), seed, progress::say), seed, progress);
                progress.say("Warming up");
                for (int i = 0; i < WARM_UPS; i++) {
                    turns.take(Mix.of(WARM_UP, emails), 0);
                }
                turns.forget();
                for (int round = 1; round <= rounds; round++) {
                    turns.take(Mix.of(steps, emails), round);
                }
                return turns.measurement(name(), Mix.of(steps, emails), instances);
            }
        }
    }

    /** Rounds in which each of the three has its turn, another one first each time. */
    private static final class Turns {

        private final SeparateServices services;
        private final Races races;
        private final RivalTable table;
        private final RivalProcess rival;
        private final Filling filling;
        private final long seed;
        private final Progress progress;
        private final List<Result> handrail = new ArrayList<>();
        private final List<Result> bound = new ArrayList<>();
        private final List<Result> dbScheduler = new ArrayList<>();

        Turns(SeparateServices services, Races races, RivalTable table, RivalProcess rival, Filling filling, long seed,
                Progress progress) {
            this.services = services;
            this.races = races;
            this.table = table;
            this.rival = rival;
            this.filling = filling;
            this.seed = seed;
            this.progress = progress;
        }

        void take(Mix mix, int round) throws Exception {
            Site site = ShippedSites.read().defaultSite();
            Hidden hidden = filling.addHidden(mix.cohorts(new PublishedSchedules(services.database()), site,
                    Clock.systemUTC().instant(), seed));
            races.copyForBound(hidden);
            for (int turn = 0; turn < 3; turn++) {
                switch ((round + turn) % 3) {
                    case 0 -> dbScheduler.add(said(round, "db-scheduler", races.rival(table, rival, mix.steps())));
                    case 1 -> bound.add(said(round, "claim and mark", races.bound(mix)));
                    default -> handrail.add(said(round, "Handrail", races.handrail(hidden, mix)));
                }
            }
        }

        private Result said(int round, String who, Result result) {
            progress.say(String.format(Locale.ROOT, "%s %-15s %,8.0f steps/s; %s; load %.1f",
                    round == 0 ? "warm-up" : "round " + round, who, result.rate(), result.spent().asText(), load()));
            return result;
        }

        void forget() {
            List.of(handrail, bound, dbScheduler).forEach(List::clear);
        }

        Measurement measurement(String name, Mix mix, int instances) throws Exception {
            double released = median(handrail);
            ProcessMemory memory = ProcessMemory.ofAll(
                    services.running().stream().map(ServiceProcess::handle).toList());
            return Measurement.of(name)
                    .figure("due steps released", released, "1/s")
                    .figure("of these, emails at Kafka", released * mix.emails() / mix.steps(), "1/s")
                    .figure("steps a round", mix.steps(), "")
                    .figure("emails among them", mix.emails(), "")
                    .figure("instances", instances, "")
                    .figure("processor time a step, service", micros(handrail, mix, true), "us")
                    .figure("processor time a step, PostgreSQL", micros(handrail, mix, false), "us")
                    .figure("memory of the service (RSS)", memory.residentMib(), "MiB")
                    .figure("load of the machine at the end (1 min)", load(), "")
                    .bound("a loop that only claims and marks", median(bound), "1/s")
                    .bound("its processor time a step, PostgreSQL", micros(bound, mix, false), "us")
                    .bound("db-scheduler, a handler that does nothing", median(dbScheduler), "1/s")
                    .ratio("Handrail / claim and mark", released / median(bound))
                    .ratio("Handrail / db-scheduler", released / median(dbScheduler))
                    .ratio("db-scheduler / claim and mark", median(dbScheduler) / median(bound))
                    .build();
        }

        private static double median(List<Result> results) {
            List<Double> sorted = results.stream().map(Result::rate).sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }

        private static double micros(List<Result> results, Mix mix, boolean compared) {
            Duration spent = results.stream()
                    .map(result -> compared ? result.spent().compared() : result.spent().database())
                    .reduce(Duration.ZERO, Duration::plus);
            return spent.toNanos() / 1e3 / results.size() / mix.steps();
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
