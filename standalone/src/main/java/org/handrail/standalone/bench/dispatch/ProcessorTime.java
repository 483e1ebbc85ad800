package org.handrail.standalone.bench.dispatch;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the processors have spent so far.
 *
 * @param own      this process, with the broker in it
 * @param compared the processes that are measured
 * @param database all of PostgreSQL's processes that still run
 */
record ProcessorTime(Duration own, Duration compared, Duration database) {

    static ProcessorTime now(Collection<ProcessHandle> compared) {
        Predicate<ProcessHandle> postgres = process -> process.info().command().filter(
                command -> command.endsWith("postgres")).isPresent();
        return new ProcessorTime(of(ProcessHandle.current()),
                compared.stream().map(ProcessorTime::of).reduce(Duration.ZERO, Duration::plus),
                ProcessHandle.current().descendants().filter(postgres).map(ProcessorTime::of)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(own.minus(before.own), compared.minus(before.compared),
                database.minus(before.database));
    }

    String asText() {
        return String.format(Locale.ROOT, "processor time: PostgreSQL %.1f s, measured process %.1f s, this one %.1f s",
                database.toMillis() / 1e3, compared.toMillis() / 1e3, own.toMillis() / 1e3);
    }
}
