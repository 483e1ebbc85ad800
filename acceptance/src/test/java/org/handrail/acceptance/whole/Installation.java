package org.handrail.acceptance.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.handrail.standalone.process.Door;
import org.handrail.standalone.stack.Port;
import org.handrail.standalone.stack.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./handrail up} on one machine: a directory that outlives its processes, on ports of its own. */
final class Installation {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Ports ports = Ports.free();
    private final Path directory;
    private int starts;

    Installation(Path directory) {
        this.directory = directory;
    }

    /** Returns once every service answers. */
    ChildProcess up() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HANDRAIL_DATA_DIR", directory.resolve("data").toString());
        for (Port port : Port.values()) {
            environment.put(port.variable(), Integer.toString(ports.get(port)));
        }
        ChildProcess process = ChildProcess.start(directory.resolve("up" + ++starts + ".txt"), environment, "up");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isRunning()) {
                throw new AssertionError(process.output());
            }
            return process.output().contains("Ctrl-C stops it");
        });
        return process;
    }

    /** Another command beside the one that runs, with the settings that it left, as the script reads them. */
    ChildProcess run(String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(directory.resolve("data/env"))) {
            String[] setting = line.substring("export ".length()).split("=", 2);
            environment.put(setting[0], setting[1].substring(1, setting[1].length() - 1));
        }
        return ChildProcess.start(directory.resolve("run" + ++starts + ".txt"), environment, arguments);
    }

    Door door() {
        return new Door("http://localhost:" + ports.get(Port.INTAKE), secret("api-key"));
    }

    /** All mails, newest first. */
    JsonNode mails() {
        return json("http://localhost:" + ports.get(Port.MAILBOX) + "/api/mails", "");
    }

    /** Open tasks, at most 200. */
    JsonNode tasks() {
        String signedIn = Base64.getEncoder().encodeToString(
                ("admin:" + secret("admin-password")).getBytes(StandardCharsets.UTF_8));
        return json("http://localhost:" + ports.get(Port.CONSOLE) + "/api/v1/tasks?limit=200", "Basic " + signedIn)
                .path("items");
    }

    private JsonNode json(String url, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(url + " answered " + answer.statusCode());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String secret(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(directory.resolve("data/secrets.properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name);
    }
}
