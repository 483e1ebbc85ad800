package org.handrail.standalone.bench.rival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.handrail.local.LocalDatabase;

/** {@link DbScheduler} in a process of its own, with as much memory as a service has. */
public final class RivalProcess implements AutoCloseable {

    /** On two processors the fastest of those tried: 4, 8, 16 and 32 threads; 4, 16, 64 times as many a fetch. */
    private static final int THREADS = 16;
    private static final int FETCHED = 16;

    private final Process process;

    private RivalProcess(Process process) {
        this.process = process;
    }

    public static RivalProcess start(LocalDatabase database, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), DbScheduler.class.getName(),
                Integer.toString(Integer.getInteger("bench.rival.threads", THREADS)),
                Integer.toString(Integer.getInteger("bench.rival.fetched", FETCHED))))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("BENCH_DB_URL", database.jdbcUrl());
        builder.environment().put("BENCH_DB_USER", database.user());
        builder.environment().put("BENCH_DB_PASSWORD", database.password());
        return new RivalProcess(builder.start());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
