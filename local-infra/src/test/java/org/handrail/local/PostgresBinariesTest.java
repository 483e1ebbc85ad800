package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    Path cache;

    @Test
    void areUnpackedOnceThoughTwoWantThemAtTheSameTime() throws Exception {
        Callable<PostgresBinaries> unpack = () -> PostgresBinaries.unpackedBelow(cache);
        var threads = Executors.newFixedThreadPool(2);

        var results = threads.invokeAll(List.of(unpack, unpack));
        threads.shutdown();

        assertThat(results.get(0).get()).isEqualTo(results.get(1).get());
        assertThat(results.get(0).get().program("initdb")).isExecutable();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
    }
}
