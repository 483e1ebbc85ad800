package org.handrail.notifier.template.mustache;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.handrail.notifier.editing.Versions;

/**
 * What is published, parsed once. Which versions are in force is asked at most once a second, so that an instance sees
 * what another one published within that time. Thread-safe.
 */
final class TemplatesInForce {

    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

    private final Versions versions;
    private final LongSupplier nanos;
    private volatile Snapshot snapshot;

    /** @param unusable versions that this release can't write; a newer one may have published them */
    private record Snapshot(
            long takenAt, Map<String, ParsedTemplate> templates, Map<String, UnusableTemplate> unusable) {
    }

    /** @param nanos as {@link System#nanoTime()} */
    TemplatesInForce(Versions versions, LongSupplier nanos) {
        this.versions = versions;
        this.nanos = nanos;
        this.snapshot = look(Map.of());
    }

    /** @throws UnusableTemplate for a version that this release can't write */
    Optional<ParsedTemplate> find(String key) {
        Snapshot now = now();
        if (now.unusable().containsKey(key)) {
            throw now.unusable().get(key);
        }
        return Optional.ofNullable(now.templates().get(key));
    }

    /** Those that can be written. */
    Map<String, ParsedTemplate> all() {
        return now().templates();
    }

    private Snapshot now() {
        if (nanos.getAsLong() - snapshot.takenAt() < LOOK_EVERY) {
            return snapshot;
        }
        synchronized (this) {
            snapshot = look(snapshot.templates());
            return snapshot;
        }
    }

    private Snapshot look(Map<String, ParsedTemplate> before) {
        Map<String, ParsedTemplate> templates = new TreeMap<>();
        Map<String, UnusableTemplate> unusable = new HashMap<>();
        versions.inForce().forEach((key, version) -> {
            ParsedTemplate known = before.get(key);
            try {
                templates.put(key, known != null && known.version() == version ? known : parse(key, version));
            } catch (UnusableTemplate fault) {
                unusable.put(key, fault);
            }
        });
        return new Snapshot(nanos.getAsLong(), Collections.unmodifiableMap(templates), Map.copyOf(unusable));
    }

    private ParsedTemplate parse(String key, int version) {
        return ParsedTemplate.of(versions.find(key, version).orElseThrow());
    }
}
