package org.handrail.acceptance.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.handrail.standalone.process.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./handrail erase} beside a Handrail that runs. */
class EraseCommandTest {

    private static final long PATIENCE = 120;

    @TempDir
    private Path directory;

    @Test
    void erasesAPersonAndTellsWhatWentWhereAndWhatStays() throws Exception {
        Installation installation = new Installation(directory);
        try (ChildProcess up = installation.up()) {
            assertThat(installation.door().post("/api/v1/inquiries", "one",
                    Door.inquiry("person-7", "America/New_York")).accepted()).isTrue();

            try (ChildProcess erase = installation.run("erase", "first/person-7")) {
                assertThat(erase.exitCode(PATIENCE)).as(erase.output()).isZero();
                assertThat(erase.output()).contains("Erased ", "intake.client ", "followup", "notifier", "kept",
                        "within two days").doesNotContain("person-7@").doesNotContain("Robin");
            }
            try (ChildProcess again = installation.run("erase", "first/person-7")) {
                assertThat(again.exitCode(PATIENCE)).as(again.output()).isEqualTo(1);
                assertThat(again.output()).contains("there is nobody");
            }
            up.stop();
        }
    }
}
