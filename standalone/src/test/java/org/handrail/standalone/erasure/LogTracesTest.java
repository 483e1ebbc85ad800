package org.handrail.standalone.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTracesTest {

    private static final String ADDRESS = "zenobia.quill@example.net";
    private static final int BATCHES = 20_000;
    private static final Forms FORMS = Forms.of(ADDRESS);

    @TempDir
    private Path directory;

    @Test
    void readsASegmentThatIsStillWritten() throws Exception {
        File segment = directory.resolve("00000000000000000000.log").toFile();
        ExecutorService broker = Executors.newSingleThreadExecutor();
        try (FileRecords records = FileRecords.open(segment)) {
            records.append(batch(ADDRESS));
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < BATCHES; i++) {
                    append(records, "somebody else");
                }
            }, broker);
            do {
                assertThat(LogTraces.below(directory, FORMS)).extracting(Trace::place)
                        .containsExactly("00000000000000000000.log record 0");
            } while (!written.isDone());
            written.join();
            assertThat(segment.length()).as("nothing is cut off").isEqualTo(records.sizeInBytes());
        } finally {
            broker.shutdownNow();
        }
    }

    private static void append(FileRecords records, String text) {
        try {
            records.append(batch(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MemoryRecords batch(String text) {
        return MemoryRecords.withRecords(Compression.lz4().build(),
                new SimpleRecord(text.getBytes(StandardCharsets.UTF_8)));
    }
}
