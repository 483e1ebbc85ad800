package org.handrail.acceptance.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of this project, read from where the test runs (the acceptance module). */
public final class Project {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Project() {
    }

    public static Path path(String first) {
        return ROOT.resolve(first);
    }

    public static String text(String file) {
        return text(path(file));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Anchors and merges are followed. */
    public static Map<String, Object> yaml(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    /** As Spring sees it: keys joined with dots. Lists keep their place only as one value. */
    public static Map<String, String> properties(String file) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", yaml(file), flat);
        return flat;
    }

    private static void flatten(String prefix, Map<?, ?> node, Map<String, String> flat) {
        node.forEach((key, value) -> {
            String name = prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key;
            if (value instanceof Map<?, ?> children) {
                flatten(name, children, flat);
            } else {
                flat.put(name, String.valueOf(value));
            }
        });
    }

    public static List<Path> sources(String module, String ending) {
        Path main = path(module).resolve("src/main");
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
