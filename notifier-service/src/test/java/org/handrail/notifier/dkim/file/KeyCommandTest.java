package org.handrail.notifier.dkim.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.handrail.platform.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @TempDir
    private Path parent;
    private final SettableClock clock = new SettableClock(NOW);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void makesTheFirstKeyAtOnceAndTheNextInThreeDays() throws Exception {
        command().make(Map.of());
        command().make(Map.of("algorithm", "ed25519"));
        command().make(Map.of());

        assertThat(said()).containsSubsequence(
                "s1._domainkey.mail.example.org.pem", "from 2026-12-01T08:00:00Z", "s1._domainkey.mail.example.org. IN TXT (",
                "s2._domainkey.mail.example.org.pem", "from 2026-12-01T08:00:00Z", "v=DKIM1; k=ed25519; p=",
                "s3._domainkey.mail.example.org.pem", "from 2026-12-04T08:00:00Z", "v=DKIM1; k=rsa; p=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                keys().resolve("s1._domainkey.mail.example.org.pem")))).isEqualTo("rw-------");
    }

    @Test
    void showsWhichKeySignsAsTimeGoesOn() throws Exception {
        command().make(Map.of("domain", "example.org", "selector", "a"));
        command().make(Map.of("domain", "example.org", "selector", "b", "from", "2026-12-24"));
        said.reset();

        assertThat(command().list()).isTrue();
        assertThat(said()).containsSubsequence("a._domainkey.example.org  rsa  signs", "v=DKIM1;",
                "b._domainkey.example.org  rsa  begins 2026-12-24T00:00:00Z", "v=DKIM1;");
        clock.set(NOW.plus(Duration.ofDays(30)));
        said.reset();
        command().list();
        assertThat(said()).containsSubsequence("a._domainkey.example.org  rsa  no longer signs", "v=DKIM1;",
                "b._domainkey.example.org  rsa  signs", "v=DKIM1;");
    }

    @Test
    void tellsWhatCannotBeUsed() throws Exception {
        Files.createDirectories(keys());
        Files.writeString(keys().resolve("s1._domainkey.mail.example.org.pem"), "nothing");

        assertThat(command().list()).isFalse();
        assertThat(said()).contains("s1._domainkey.mail.example.org.pem  can't be used: it holds no private key");
    }

    @Test
    void refusesWhatCouldNotSign() throws Exception {
        command().make(Map.of("selector", "s1"));

        assertThatIllegalArgumentException().isThrownBy(() -> command().make(Map.of("selector", "s1")))
                .withMessageContaining("already");
        assertThatIllegalArgumentException().isThrownBy(() -> command().make(Map.of("algorithm", "dsa")))
                .withMessageContaining("rsa or ed25519");
        assertThatIllegalArgumentException().isThrownBy(() -> command().make(Map.of("domain", "example.net")))
                .withMessageContaining("mail.example.org");
        assertThatIllegalArgumentException().isThrownBy(() -> command().make(Map.of("selector", "../../x")))
                .withMessageContaining("named as its record");
        assertThatIllegalArgumentException().isThrownBy(() -> command().make(Map.of("from", "soon")))
                .withMessageContaining("--from");
    }

    private KeyCommand command() {
        return new KeyCommand(keys(), "mail.example.org", clock, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private Path keys() {
        return parent.resolve("dkim");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
