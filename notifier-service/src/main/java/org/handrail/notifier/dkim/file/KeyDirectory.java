package org.handrail.notifier.dkim.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handrail.notifier.dkim.KeyReading;
import org.handrail.notifier.dkim.SigningKey;
import org.handrail.notifier.dkim.UnusableKey;

/**
 * What lies in a directory of keys, each in a file named after its record in DNS:
 * {@code s1._domainkey.example.org.pem}. Other files are left alone.
 *
 * @param unusable why, by the file's name
 */
public record KeyDirectory(List<SigningKey> keys, Map<String, String> unusable) {

    static final String SUFFIX = ".pem";

    public static KeyDirectory read(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
        }
        List<SigningKey> keys = new ArrayList<>();
        Map<String, String> unusable = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            try {
                keys.add(KeyReading.read(name.substring(0, name.length() - SUFFIX.length()), text(file)));
            } catch (UnusableKey e) {
                unusable.put(name, e.getMessage());
            }
        }
        return new KeyDirectory(List.copyOf(keys), unusable);
    }

    private static String text(Path file) throws UnusableKey {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UnusableKey("can't be read by the account that the service runs as");
        }
    }
}
