package org.handrail.standalone.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.handrail.local.LocalDirectory;
import org.handrail.standalone.bench.Measurement.Builder;

/**
 * How long {@code ./handrail up} takes until every service says it is ready, and how much memory all of its processes
 * hold then: at the first start, at a start on kept data, and at one after kill -9.
 */
public final class StartupBenchmark implements Benchmark {

    private static final double PROMISED_SECONDS = 20;
    private static final double PROMISED_MIB = 900;
    private static final double PROMISED_STOP_SECONDS = 10;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String summary() {
        return "time until ready and memory of all processes";
    }

    @Override
    public Measurement run(Map<String, String> options) throws Exception {
        Builder found = Measurement.of(name());
        try (var directory = LocalDirectory.temporary("bench-startup")) {
            Path data = directory.resolve("data");
            double ready;
            double resident;
            try (var first = HandrailProcess.up(data)) {
                ready = seconds(first.awaitReady());
                found.figure("first start: ready after", ready, "s");
                found.figure("first start: processor time", seconds(first.processorTime()), "s");
                resident = memory(found, "first start", first);
                found.figure("stopped after", seconds(first.stop()), "s");
            }
            try (var second = HandrailProcess.up(data)) {
                found.figure("start on kept data: ready after", seconds(second.awaitReady()), "s");
                found.figure("start on kept data: processor time", seconds(second.processorTime()), "s");
                resident = Math.max(resident, memory(found, "start on kept data", second));
                second.kill();
            }
            try (var third = HandrailProcess.up(data)) {
                found.figure("start after kill -9: ready after", seconds(third.awaitReady()), "s");
                found.figure("start after kill -9: processor time", seconds(third.processorTime()), "s");
            }
            return found.bound("load of the machine at the end (1 min, "
                            + Runtime.getRuntime().availableProcessors() + " processors)",
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), "")
                    .bound("promised: ready after", PROMISED_SECONDS, "s")
                    .bound("promised: resident in all", PROMISED_MIB, "MiB")
                    .bound("promised: stopped after", PROMISED_STOP_SECONDS, "s")
                    .ratio("first start / promised", ready / PROMISED_SECONDS)
                    .ratio("resident / promised", resident / PROMISED_MIB)
                    .build();
        }
    }

    private static double memory(Builder found, String when, HandrailProcess process) throws IOException {
        ProcessMemory memory = ProcessMemory.ofAll(process.tree());
        found.figure(when + ": processes", memory.processes(), "");
        found.figure(when + ": resident (RSS)", memory.residentMib(), "MiB");
        found.figure(when + ": resident, shared pages once (PSS)", memory.proportionalMib(), "MiB");
        return memory.residentMib();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
