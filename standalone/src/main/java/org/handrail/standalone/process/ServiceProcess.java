package org.handrail.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.handrail.standalone.command.Terminal;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Service;
import org.handrail.standalone.stack.SetupException;

/** One service from its executable jar, as {@code java -jar x-service/target/*.jar} runs it. Not built again first. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAST_WORDS = 30;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Service service;
    private final Process process;
    private final Path log;
    private final URI ready;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private ServiceProcess(Service service, Process process, Path log, Ports ports) {
        this.service = service;
        this.process = process;
        this.log = log;
        this.ready = URI.create("http://localhost:" + ports.get(service.management()) + "/health/ready");
        this.address = URI.create("http://localhost:" + ports.get(service.port()));
    }

    /** @param log what the process says is added to this file */
    public static ServiceProcess start(Service service, Ports ports, Map<String, String> settings, Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", jar(service).toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("HANDRAIL_"));
        builder.environment().putAll(settings);
        try {
            return new ServiceProcess(service, builder.start(), log, ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Service service) {
        String module = service.name().toLowerCase(Locale.ROOT) + "-service";
        Path target = Terminal.root().resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new SetupException("There is no " + target + ": build Handrail first");
        }
        throw new SetupException("There is no jar in " + target + ": build Handrail first");
    }

    public Service service() {
        return service;
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    public ServiceProcess awaitReady() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                throw new IllegalStateException(service + " did not become ready; it said\n" + lastWords());
            }
        }
        return this;
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            return "nothing that can be read in " + log;
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What the service says of itself, in Prometheus' format. */
    public String metrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ready.resolve("/metrics")).timeout(Duration.ofSeconds(10)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and kills it when it takes longer than ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
