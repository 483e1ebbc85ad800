package org.handrail.acceptance.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    private static final long PATIENCE = 240;

    @TempDir
    private Path directory;

    /** The usual start, and one whose two weeks hold the night on which an hour is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-09-14", "2027-03-08"})
    void keepsEveryPromise(String start) throws InterruptedException {
        try (ChildProcess demo = ChildProcess.start(
                directory.resolve("demo.txt"), Map.of("HANDRAIL_DEMO_START", start), "demo")) {

            int code = demo.exitCode(PATIENCE);

            assertThat(code).as(demo.output()).isZero();
            assertThat(demo.output()).contains("promises hold.").doesNotContain("FAILED").doesNotContain("\u001b[");
            assertThat(demo.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }
}
