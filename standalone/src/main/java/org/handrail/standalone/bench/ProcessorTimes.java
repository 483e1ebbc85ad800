package org.handrail.standalone.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the processors have spent so far on each of several groups of processes, by the groups' names. */
public record ProcessorTimes(Map<String, Duration> spent) {

    public static ProcessorTimes now(Map<String, List<ProcessHandle>> groups) {
        Map<String, Duration> spent = new LinkedHashMap<>();
        groups.forEach((name, processes) -> spent.put(name, processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)));
        return new ProcessorTimes(spent);
    }

    /** All of PostgreSQL's processes that this process started and that still run. */
    public static List<ProcessHandle> postgres() {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().command().filter(command -> command.endsWith("postgres")).isPresent())
                .toList();
    }

    public ProcessorTimes since(ProcessorTimes before) {
        Map<String, Duration> since = new LinkedHashMap<>();
        spent.forEach((name, now) -> since.put(name, now.minus(before.spent.getOrDefault(name, Duration.ZERO))));
        return new ProcessorTimes(since);
    }

    /** Processor time of a group, in microseconds for each of so many. */
    public double micros(String group, long count) {
        return spent.get(group).toNanos() / 1e3 / count;
    }
}
