package org.handrail.standalone.bench.dispatch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.handrail.standalone.bench.Benchmark;
import org.handrail.standalone.bench.Measurement;
import org.handrail.standalone.bench.Progress;
import org.handrail.standalone.bench.dispatch.Installation.Lateness;
import org.handrail.standalone.bench.dispatch.Installation.Memory;

/**
 * Whether many steps that are still to come slow down those that are due. Two installations side by side, one with few
 * and one with many steps to come, have their turns at the same work: steps scattered among the rest come due, at once
 * and in a steady stream.
 */
public final class ScaleBenchmark implements Benchmark {

    private static final int FEW = 100_000;
    private static final int BURST = 16_000;
    private static final int WARM_UPS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final double PROMISED = 1.2;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String summary() {
        return "release due steps among --steps (10000000) to come and among " + FEW + ", in turns: --rounds (5) at once, "
                + "then --rate (200) a second for --seconds (60); --seed (1)";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        int steps = Integer.parseInt(options.getOrDefault("steps", "10000000"));
        int rounds = Integer.parseInt(options.getOrDefault("rounds", "5"));
        int rate = Integer.parseInt(options.getOrDefault("rate", "200"));
        Duration seconds = Duration.ofSeconds(Integer.parseInt(options.getOrDefault("seconds", "60")));
        long seed = Long.parseLong(options.getOrDefault("seed", "1"));
        Progress progress = new Progress();
        String memory = databaseMemory();
        try (Installation few = Installation.with(FEW, memory, seed, progress);
                Installation many = Installation.with(steps, memory, seed, progress)) {
            Turns turns = new Turns(List.of(few, many), progress);
            turns.warmUp();
            turns.bursts(rounds);
            turns.streams(rate, seconds);
            return turns.measurement(name(), rate);
        }
    }

    /** For each of the two a quarter of the machine's, as PostgreSQL's manual has it; ten million steps take 4 GB. */
    private static String databaseMemory() {
        long megabytes = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize()
                / 4 / (1 << 20);
        return Math.max(128, Math.min(6144, megabytes)) + "MB";
    }

    private static final class Turns {

        private final List<Installation> both;
        private final Progress progress;
        private final int burst;
        private final Map<Installation, List<Double>> rates = new LinkedHashMap<>();
        private final Map<Installation, Lateness> lateness = new LinkedHashMap<>();
        private final Map<Installation, Memory> before = new LinkedHashMap<>();

        Turns(List<Installation> both, Progress progress) {
            this.both = both;
            this.progress = progress;
            this.burst = both.stream().mapToInt(Installation::most).reduce(BURST, Math::min);
            both.forEach(each -> rates.put(each, new ArrayList<>()));
        }

        void warmUp() throws Exception {
            for (int i = 1; i <= WARM_UPS; i++) {
                for (Installation each : both) {
                    progress.say(String.format(Locale.ROOT, "Warming up, %s: %,.0f steps/s", each.name(),
                            each.burst(burst)));
                }
            }
            for (Installation each : both) {
                before.put(each, each.memory());
            }
        }

        void bursts(int rounds) throws Exception {
            for (int round = 1; round <= rounds; round++) {
                for (Installation each : both) {
                    double rate = each.burst(burst);
                    rates.get(each).add(rate);
                    progress.say(String.format(Locale.ROOT, "Round %d, %s: %,.0f steps/s; %s; load %.1f", round,
                            each.name(), rate, each.memory().asText(), load()));
                }
            }
        }

        void streams(int rate, Duration length) throws Exception {
            for (Installation each : both) {
                Duration fitting = Duration.ofSeconds(Math.min(length.toSeconds(), each.most() / rate));
                Lateness found = watched(each, () -> each.stream(rate, fitting));
                lateness.put(each, found);
                progress.say(String.format(Locale.ROOT, "%s, %d a second: %.0f ms late at Kafka (p99), load %.1f",
                        each.name(), rate, found.arrived(), load()));
            }
        }

        /** Tells the memory of the service every now and then, from another thread than the one that measures. */
        private <T> T watched(Installation each, Callable<T> measuring) throws Exception {
            ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
            try {
                looking.scheduleAtFixedRate(() -> look(each), PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
                return measuring.call();
            } finally {
                looking.shutdownNow();
            }
        }

        private void look(Installation each) {
            try {
                progress.say("  " + each.name() + ": " + each.memory().asText());
            } catch (IOException e) {
                progress.say("  the service did not tell its memory");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Measurement measurement(String name, int rate) throws Exception {
            Measurement.Builder found = Measurement.of(name);
            Installation few = both.get(0);
            Installation many = both.get(1);
            for (Installation each : both) {
                Memory now = each.memory();
                found.figure(each.name() + ": released", median(rates.get(each)), "1/s")
                        .figure(each.name() + ": late at Kafka, p50", lateness.get(each).arrivedHalf(), "ms")
                        .figure(each.name() + ": late at Kafka, p99", lateness.get(each).arrived(), "ms")
                        .figure(each.name() + ": late when released, p99", lateness.get(each).released(), "ms")
                        .figure(each.name() + ": memory before (RSS)", before.get(each).resident(), "MiB")
                        .figure(each.name() + ": memory after (RSS)", now.resident(), "MiB")
                        .figure(each.name() + ": heap in use after", now.heap(), "MiB");
            }
            return found
                    .figure("steps that came due at once", burst, "")
                    .figure("steps a second in the stream", rate, "1/s")
                    .figure("load of the machine at the end (1 min)", load(), "")
                    .bound("promised: no more than this times slower, or later", PROMISED, "")
                    .ratio("rate with few / with many", median(rates.get(few)) / median(rates.get(many)))
                    .ratio("p99 lateness with many / with few",
                            lateness.get(many).arrived() / lateness.get(few).arrived())
                    .ratio("memory of the service, after / before, many", many.memory().resident()
                            / before.get(many).resident())
                    .build();
        }

        private static double median(List<Double> rates) {
            List<Double> sorted = rates.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        private static double load() {
            return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        }
    }
}
