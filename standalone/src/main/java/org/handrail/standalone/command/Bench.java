package org.handrail.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.standalone.bench.Benchmark;
import org.handrail.standalone.bench.LatencyBenchmark;
import org.handrail.standalone.bench.Measurement;
import org.handrail.standalone.bench.StartupBenchmark;
import org.handrail.standalone.bench.dispatch.DispatchBenchmark;
import org.handrail.standalone.bench.dispatch.ScaleBenchmark;
import org.handrail.standalone.bench.edit.EditBenchmark;
import org.handrail.standalone.bench.notify.NotifyBenchmark;
import org.handrail.standalone.stack.Logging;
import org.handrail.standalone.stack.SetupException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs a benchmark and prints what it found; with {@code --json FILE} also as JSON. */
public final class Bench implements Command {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new StartupBenchmark(), new LatencyBenchmark(), new NotifyBenchmark(), new DispatchBenchmark(),
            new EditBenchmark(), new ScaleBenchmark());

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "measure: bench NAME [--json FILE]; without a name, list what can be measured";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Logging.prepareOnce(Terminal.settings());
        if (arguments.words().size() != 1) {
            BENCHMARKS.forEach(one -> System.out.printf("  bench %-10s %s%n", one.name(), one.summary()));
            return arguments.words().isEmpty() ? 0 : 2;
        }
        Map<String, String> options = new LinkedHashMap<>(arguments.options());
        String json = options.remove("json");
        Measurement measurement = find(arguments.words().get(0)).run(options);
        System.out.print(measurement.asText());
        if (json != null) {
            var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            Files.writeString(Path.of(json), mapper.writeValueAsString(measurement) + "\n");
        }
        return 0;
    }

    private static Benchmark find(String name) {
        return BENCHMARKS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SetupException("There is no benchmark " + name + "; ./handrail bench lists them"));
    }
}
