package org.handrail.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {

    @TempDir
    Path directory;

    @Test
    void areMadeOnceAndKeptToTheOwner() throws Exception {
        Path file = directory.resolve("secrets.properties");

        StackSecrets first = StackSecrets.keptIn(file);

        assertThat(StackSecrets.keptIn(file)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(first.internalToken()).hasSize(32).isNotEqualTo(first.apiKey());
        assertThat(Base64.getDecoder().decode(first.webhookSecret().substring("whsec_".length()))).hasSizeBetween(24, 64);
        assertThat(first.toString()).doesNotContain(first.adminPassword());
    }

    @Test
    void addsWhatALaterReleaseNeedsToAnOlderFile() throws Exception {
        Path file = directory.resolve("secrets.properties");
        Files.writeString(file, "api-key=kept\n");

        StackSecrets secrets = StackSecrets.keptIn(file);

        assertThat(secrets.apiKey()).isEqualTo("kept");
        assertThat(secrets.internalToken()).isNotBlank();
        assertThat(StackSecrets.keptIn(file)).isEqualTo(secrets);
    }
}
