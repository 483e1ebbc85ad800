package org.handrail.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.handrail.standalone.command.Terminal;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;
import org.handrail.standalone.stack.Service;

/** {@code ./handrail up} in a process of its own, on free ports. Not built again first. */
public final class HandrailProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final long startedAt = System.nanoTime();
    private final Process process;
    private final Ports ports;
    private final List<String> output = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private HandrailProcess(Process process, Ports ports) {
        this.process = process;
        this.ports = ports;
        var reader = new Thread(this::read, "handrail-output");
        reader.setDaemon(true);
        reader.start();
    }

    public static HandrailProcess up(Path dataDirectory) throws IOException {
        Ports ports = Ports.free();
        var builder = new ProcessBuilder(Terminal.root().resolve("handrail").toString(), "up").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HANDRAIL_") && !name.startsWith("HANDRAIL_CACHE"));
        builder.environment().put("HANDRAIL_NO_BUILD", "1");
        builder.environment().put("HANDRAIL_DATA_DIR", dataDirectory.toString());
        for (Port port : Port.values()) {
            builder.environment().put(port.variable(), Integer.toString(ports.get(port)));
        }
        return new HandrailProcess(builder.start(), ports);
    }

    public Ports ports() {
        return ports;
    }

    /** The time from the start of the process until every service answered that it is ready. */
    public Duration awaitReady() throws IOException, InterruptedException {
        for (Service service : Service.values()) {
            while (!isReady(service)) {
                if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || elapsed().compareTo(PATIENCE) > 0) {
                    throw new IllegalStateException("Handrail did not become ready; it said\n" + said());
                }
            }
        }
        return elapsed();
    }

    private boolean isReady(Service service) throws InterruptedException {
        URI address = URI.create("http://localhost:" + ports.get(service.management()) + "/health/ready");
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The process and all that it started. */
    public List<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /** Processor time of all that still run: on a busy machine it says more than the time on the wall. */
    public Duration processorTime() {
        return tree().stream()
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Asks it to end, as a service supervisor would, and returns the time until it has. */
    public Duration stop() throws InterruptedException {
        long asked = System.nanoTime();
        process.destroy();
        process.waitFor();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String said() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
            }
        } catch (IOException ended) {
            // the process is gone
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
