package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a process with a broker and a database in it. */
class KilledProcessTest {

    @TempDir
    Path directory;

    private Process victim;
    private int kafkaPort;
    private int postgresPort;

    @BeforeEach
    void startVictim() throws Exception {
        victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), Victim.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
        String written = output.lines().filter(line -> line.startsWith("written ")).findFirst().orElseThrow();
        kafkaPort = Integer.parseInt(written.split(" ")[1]);
        postgresPort = Integer.parseInt(written.split(" ")[2]);
    }

    @AfterEach
    void endVictim() {
        victim.destroyForcibly();
    }

    @Test
    void losesNothingAndLeavesNoServerBehind() throws Exception {
        ProcessHandle server = PostmasterFile.of(data()).flatMap(PostmasterFile::process).orElseThrow();

        victim.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(15)).until(() -> !server.isAlive());
        try (var postgres = restartPostgres();
                var kafka = LocalKafka.builder().dataDirectory(directory.resolve("kafka")).port(kafkaPort).start()) {
            assertThat(LocalPostgresTest.number(postgres.database(), "select number from kept")).isEqualTo(42);
            assertThat(LocalKafkaTest.read(kafka, "kept", 1)).containsExactly("one");
        }
    }

    @Test
    void startsThoughAServerWasLeftBehind() throws Exception {
        ProcessHandle server = PostmasterFile.of(data()).flatMap(PostmasterFile::process).orElseThrow();
        List<ProcessHandle> watchers = Stream.concat(server.parent().stream(),
                server.parent().stream().flatMap(ProcessHandle::children).filter(child -> child.pid() != server.pid())).toList();

        victim.destroyForcibly();
        watchers.forEach(ProcessHandle::destroyForcibly);
        victim.waitFor();

        try (var postgres = restartPostgres()) {
            assertThat(server.isAlive()).isFalse();
            assertThat(LocalPostgresTest.number(postgres.database(), "select number from kept")).isEqualTo(42);
        }
    }

    private LocalPostgres restartPostgres() {
        return LocalPostgres.builder().dataDirectory(directory.resolve("postgres")).port(postgresPort).start();
    }

    private Path data() {
        return directory.resolve("postgres/data");
    }
}
