package org.handrail.standalone.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where a command runs: settings, directories, and since when. */
public final class Terminal {

    private Terminal() {
    }

    /** The HANDRAIL_ variables that are set, without blank ones. */
    public static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("HANDRAIL_") && !value.isBlank()) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    /** Of the project; the script tells it. */
    public static Path root() {
        return Path.of(System.getProperty("handrail.root", "")).toAbsolutePath().normalize();
    }

    public static Path dataDirectory() {
        String chosen = settings().get("HANDRAIL_DATA_DIR");
        return chosen == null ? root().resolve(".handrail") : Path.of(chosen).toAbsolutePath().normalize();
    }

    /** Since this process was started. */
    public static Duration running() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /** Such as {@code 7.4 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
