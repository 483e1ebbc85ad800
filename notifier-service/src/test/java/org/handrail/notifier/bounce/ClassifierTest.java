package org.handrail.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Messages in the manner of many mail systems, each in a folder named after what it means. */
class ClassifierTest {

    private static final Map<String, Kind> FOLDERS = Map.of("hard", Kind.HARD, "soft", Kind.SOFT, "ours", Kind.OURS,
            "notice", Kind.NOTICE, "complaint", Kind.COMPLAINT, "auto", Kind.OUT_OF_OFFICE,
            "challenge", Kind.CHALLENGE, "stop", Kind.STOP_REPLY, "reply", Kind.REPLY, "unclear", Kind.UNCLEAR);

    @TestFactory
    Stream<DynamicTest> reads() throws IOException, URISyntaxException {
        return samples().stream().map(sample -> DynamicTest.dynamicTest(name(sample), () -> assertThat(
                Classifier.read(Files.readAllBytes(sample)).kind())
                .isEqualTo(FOLDERS.get(Objects.requireNonNull(sample.getParent()).getFileName().toString()))));
    }

    @Test
    void hasSomethingOfEveryKind() throws IOException, URISyntaxException {
        assertThat(samples()).hasSizeGreaterThan(100);
        assertThat(samples().stream().map(sample -> Objects.requireNonNull(sample.getParent()).getFileName().toString()))
                .containsAll(FOLDERS.keySet());
    }

    @Test
    void namesWhoseMailFailed() throws IOException, URISyntaxException {
        for (Path sample : samples().stream().filter(one -> name(one).startsWith("hard/")).toList()) {
            assertThat(Classifier.read(Files.readAllBytes(sample)).recipients()).as(name(sample))
                    .contains("rowan.ash@destination.example");
        }
    }

    /** A mail server on the way may cut a report short, in the middle of anything. */
    @Test
    void neverFailsOnPartsOfMessages() throws IOException, URISyntaxException {
        for (Path sample : samples()) {
            byte[] whole = Files.readAllBytes(sample);
            for (int length = 0; length < whole.length; length += 97) {
                assertThat(Classifier.read(java.util.Arrays.copyOf(whole, length)).kind()).isNotNull();
            }
        }
    }

    private static String name(Path sample) {
        return Objects.requireNonNull(sample.getParent()).getFileName() + "/" + sample.getFileName();
    }

    static List<Path> samples() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(ClassifierTest.class.getResource("/returned-mail")).toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
