package org.handrail.notifier.dkim.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.handrail.notifier.dkim.Algorithm;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.dkim.FinishedMessage;
import org.handrail.notifier.dkim.KeyPairs;
import org.handrail.notifier.dkim.KeyReading;
import org.handrail.notifier.smtp.Sender;
import org.handrail.notifier.template.mustache.Renderings;
import org.handrail.platform.time.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DkimConfigurationTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Sender SENDER = Sender.parse("Front Desk <frontdesk@mail.example.org>", null, null);

    @TempDir
    private Path directory;

    @Test
    void leavesMailUnsignedWhenNoKeysAreNamed() {
        assertThat(signatures(signer(""))).isEmpty();
    }

    @Test
    void signsWithWhatIsUsableAndPassesOverTheRest() throws Exception {
        write("s1._domainkey.example.org.pem", Algorithm.RSA_SHA256, null);
        write("s2._domainkey.mail.example.org.pem", Algorithm.ED25519_SHA256, null);
        write("s3._domainkey.example.net.pem", Algorithm.ED25519_SHA256, null);
        Files.writeString(directory.resolve("s4._domainkey.example.org.pem"), "no key");
        Files.writeString(directory.resolve("README.txt"), "left alone");

        String signatures = signatures(signer(directory.toString()));

        assertThat(signatures).containsSubsequence("d=example.org;", "s=s1;", "d=mail.example.org;", "s=s2;")
                .doesNotContain("s=s3;", "s=s4;");
    }

    @Test
    void stopsTheStartWhenNoKeyCanSign() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> signer(directory.resolve("absent").toString()))
                .withMessageContaining("must name a directory");
        assertThatIllegalStateException().isThrownBy(() -> signer(directory.toString()))
                .withMessageContaining("holds no key that can sign now for mail.example.org");

        write("s1._domainkey.example.net.pem", Algorithm.ED25519_SHA256, null);
        write("s2._domainkey.example.org.pem", Algorithm.ED25519_SHA256, NOW.plus(Duration.ofDays(1)));
        assertThatIllegalStateException().isThrownBy(() -> signer(directory.toString()))
                .withMessageContaining("s1._domainkey.example.net.pem=is for example.net, which is neither");
    }

    @Test
    void stopsTheStartWhenANameWouldReveal() throws Exception {
        write("detox1._domainkey.example.org.pem", Algorithm.ED25519_SHA256, null);

        assertThatIllegalStateException().isThrownBy(() -> signer(directory.toString()))
                .withMessageContaining("detox1._domainkey.example.org").withMessageContaining("would reveal treatment");
    }

    private void write(String file, Algorithm algorithm, @Nullable Instant from) throws Exception {
        Files.writeString(directory.resolve(file), KeyReading.write(KeyPairs.make(algorithm).getPrivate(), from));
    }

    private static DkimSigner signer(String setting) {
        return new DkimConfiguration().dkimSigner(
                setting, SENDER, Renderings.discretion(), new SettableClock(NOW));
    }

    private static String signatures(DkimSigner signer) {
        byte[] message = "From: a@example.org\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
        return new String(signer.sign(new FinishedMessage(message, message.length - 7, message.length), NOW),
                StandardCharsets.US_ASCII);
    }
}
