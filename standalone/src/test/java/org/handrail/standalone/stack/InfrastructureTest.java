package org.handrail.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureTest {

    @TempDir
    Path directory;

    @Test
    void startsWhatTheSettingsDoNotPlaceElsewhere() {
        var elsewhere = Map.of("HANDRAIL_KAFKA_BOOTSTRAP", "kafka.example:9092", "HANDRAIL_SMTP_URL", "smtp://mail.example");

        try (var infrastructure = start(elsewhere)) {
            assertThat(infrastructure.kafka()).isEmpty();
            assertThat(infrastructure.mailbox()).isEmpty();
            assertThat(infrastructure.postgres()).isPresent();
            assertThat(StackSettings.of(infrastructure, Ports.free(), elsewhere).variables())
                    .containsEntry("HANDRAIL_KAFKA_BOOTSTRAP", "kafka.example:9092")
                    .containsEntry("HANDRAIL_SMTP_URL", "smtp://mail.example")
                    .containsEntry("HANDRAIL_DB_URL", infrastructure.postgres().orElseThrow().jdbcUrl());
        }
    }

    @Test
    void keepsItsSecretsAndKnowsItsFirstStart() {
        var elsewhere = Map.of("HANDRAIL_KAFKA_BOOTSTRAP", "k:1", "HANDRAIL_SMTP_URL", "smtp://m", "HANDRAIL_DB_URL", "jdbc:x");
        StackSecrets secrets;
        try (var first = start(elsewhere)) {
            secrets = first.secrets();
            assertThat(first.isFirstStart()).isTrue();
            first.noteFirstStart();
        }

        try (var second = start(elsewhere)) {
            assertThat(second.isFirstStart()).isFalse();
            assertThat(second.secrets()).isEqualTo(secrets);
        }
    }

    @Test
    void saysThatAnotherHandrailHasTheDirectory() {
        var elsewhere = Map.of("HANDRAIL_KAFKA_BOOTSTRAP", "k:1", "HANDRAIL_SMTP_URL", "smtp://m", "HANDRAIL_DB_URL", "jdbc:x");

        try (var first = start(elsewhere)) {
            assertThat(first.directory()).isEqualTo(directory);
            assertThatThrownBy(() -> start(elsewhere))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContainingAll(directory.toString(), "HANDRAIL_DATA_DIR");
        }
    }

    @Test
    void isReadByAShellAsItWasMeant() throws Exception {
        var settings = Map.of("HANDRAIL_KAFKA_BOOTSTRAP", "k:1", "HANDRAIL_SMTP_URL", "smtp://m", "HANDRAIL_DB_URL", "jdbc:x",
                "HANDRAIL_MAIL_FROM", "Front Desk's \"own\" $HOME `id` <desk@example.org>");

        try (var infrastructure = start(settings)) {
            String script = StackSettings.of(infrastructure, Ports.free(), settings).asShell() + "printf %s \"$HANDRAIL_MAIL_FROM\"";
            assertThat(output(script)).isEqualTo(settings.get("HANDRAIL_MAIL_FROM"));
        }
    }

    private Infrastructure start(Map<String, String> environment) {
        return Infrastructure.start(directory, Ports.free(), environment, Clock.systemUTC(), Set.of());
    }

    private static String output(String script) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        return new String(shell.getInputStream().readAllBytes());
    }
}
