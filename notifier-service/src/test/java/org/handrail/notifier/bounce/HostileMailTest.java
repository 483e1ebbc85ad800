package org.handrail.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes are: an answer, soon, and no address called dead for nothing. */
class HostileMailTest {

    private static final List<byte[]> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void load() throws IOException, URISyntaxException {
        for (Path sample : ClassifierTest.samples()) {
            SAMPLES.add(Files.readAllBytes(sample));
        }
    }

    @Test
    void readsMutilatedMail() {
        Random random = new Random(11);

        for (byte[] sample : SAMPLES) {
            for (int i = 0; i < 2; i++) {
                assertThat(Verdict.of(mutilated(sample, random)).meaning()).isNotNull();
            }
        }
    }

    @Test
    void callsNoNonsenseHard() {
        Random random = new Random(12);

        for (int i = 0; i < 30; i++) {
            byte[] nonsense = new byte[random.nextInt(1_500)];
            random.nextBytes(nonsense);
            byte[] bounce = ("From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\n\n").getBytes(StandardCharsets.US_ASCII);
            byte[] message = Arrays.copyOf(bounce, bounce.length + nonsense.length);
            System.arraycopy(nonsense, 0, message, bounce.length, nonsense.length);
            assertThat(Classifier.read(message).kind()).isNotEqualTo(Kind.HARD);
        }
        assertThat(Classifier.read(new byte[0]).kind()).isNotEqualTo(Kind.HARD);
    }

    /** Each of these cost a pattern seconds, or its stack, before repetitions were bounded. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void costsLittleWhateverIsRepeated() {
        for (String unit : List.of("a@b.c ", "(", "~ ", "re: ", "user ", "not ", "=?utf-8?q?a?= ",
                "550 5.1.1 a@b.c: ", "\n")) {
            String much = unit.repeat(30_000 / unit.length());
            assertThat(read("From: MAILER-DAEMON@mx.example\nSubject: Undelivered\n\n" + much)).isNotNull();
            assertThat(read("From: MAILER-DAEMON@mx.example\nSubject: " + much.replace("\n", " ") + "\n\nbody")).isNotNull();
            assertThat(read(much)).isNotNull();
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void readsTenMegabytesAndDeepNesting() {
        String report = "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\n\n550 5.1.1 <rowan@destination.example>: User unknown\n\n"
                + "--- Original message follows ---\n";
        String nested = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(10_000);

        assertThat(read(report + "x".repeat(10_000_000))).isEqualTo(Kind.HARD);
        assertThat(read(report + "a line of a mail that came back\n".repeat(320_000))).isEqualTo(Kind.HARD);
        assertThat(read(nested)).isNotEqualTo(Kind.HARD);
    }

    private static Kind read(String message) {
        return Classifier.read(message.getBytes(StandardCharsets.UTF_8)).kind();
    }

    private static byte[] mutilated(byte[] sample, Random random) {
        byte[] other = SAMPLES.get(random.nextInt(SAMPLES.size()));
        int at = random.nextInt(sample.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(sample, at);
            case 1 -> Arrays.copyOfRange(sample, at, sample.length);
            case 2 -> {
                byte[] joined = Arrays.copyOf(sample, at + other.length);
                System.arraycopy(other, 0, joined, at, other.length);
                yield joined;
            }
            default -> {
                byte[] noisy = sample.clone();
                for (int i = 0; i < 20; i++) {
                    noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
                }
                yield noisy;
            }
        };
    }
}
