package org.handrail.standalone.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTest {

    private static final String ADDRESS = "Zenobia.Quill@example.net";

    @TempDir
    private Path directory;

    @Test
    void findsAnAddressInWhateverShapeAndWhereverItStands() throws IOException {
        String filler = "x".repeat((1 << 20) - 9);
        file("plain", filler + ADDRESS);
        file("lower", "mail zenobia.quill@example.net now");
        file("escaped", "{\"email\":\"Zenobia.Quill\\u0040example.net\"}".replace(".", "\\u002e"));
        file("url", "?to=Zenobia.Quill%40example.net");
        for (int before = 0; before < 3; before++) {
            file("base64-" + before, Base64.getEncoder().encodeToString(
                    ("a".repeat(before) + ADDRESS + " and more").getBytes(StandardCharsets.UTF_8)));
        }
        Files.write(directory.resolve("wide"), ADDRESS.getBytes(StandardCharsets.UTF_16LE));
        file("another", "Zenobia.Quilt@example.net");

        assertThat(FileTraces.below(directory, Forms.of(ADDRESS)))
                .extracting(trace -> trace.place().replaceAll(" at .*", "")).doesNotContain("another")
                .contains("plain", "lower", "escaped", "url", "base64-0", "base64-1", "base64-2", "wide");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
