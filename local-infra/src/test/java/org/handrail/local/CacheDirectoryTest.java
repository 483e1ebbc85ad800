package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void isTheOneThatWasChosen() {
        Path chosen = directory.resolve("a/b");

        assertThat(CacheDirectory.find(Map.of("HANDRAIL_CACHE_DIR", chosen.toString()))).isEqualTo(chosen).isDirectory();
    }

    @Test
    void isNeverOneThatOthersMayWriteTo() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> CacheDirectory.usable(directory)).isInstanceOf(IllegalStateException.class);
    }
}
