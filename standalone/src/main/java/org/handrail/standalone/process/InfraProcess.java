package org.handrail.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.standalone.command.Terminal;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;

/** {@code ./handrail infra}: broker and database in a process of their own, on a data directory that outlives it. */
public final class InfraProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

    private final Process process;
    private final Path data;
    private final Path log;

    private InfraProcess(Process process, Path data, Path log) {
        this.process = process;
        this.data = data;
        this.log = log;
    }

    /** @param smtpUrl where mail goes, so that no mailbox is started */
    public static InfraProcess start(Path data, Ports ports, String smtpUrl, Path log) {
        ProcessBuilder builder = new ProcessBuilder(Terminal.root().resolve("handrail").toString(), "infra")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("HANDRAIL_") && !name.startsWith("HANDRAIL_CACHE"));
        environment.put("HANDRAIL_NO_BUILD", "1");
        environment.put("HANDRAIL_DATA_DIR", data.toString());
        environment.put("HANDRAIL_SMTP_URL", smtpUrl);
        for (Port port : Port.values()) {
            environment.put(port.variable(), Integer.toString(ports.get(port)));
        }
        try {
            Files.deleteIfExists(data.resolve("env"));
            return new InfraProcess(builder.start(), data, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings that the services need; there once broker and database are ready. */
    public Map<String, String> awaitSettings() throws InterruptedException, IOException {
        Path file = data.resolve("env");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                throw new IllegalStateException("Broker and database did not become ready; see " + log);
            }
        }
        Map<String, String> settings = new HashMap<>();
        Matcher found = EXPORT.matcher(Files.readString(file));
        while (found.find()) {
            settings.put(found.group(1), found.group(2));
        }
        return settings;
    }

    /** kill -9; the database's processes, which it started, live on until the next start ends them. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
