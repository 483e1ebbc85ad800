package org.handrail.notifier.template.mustache;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handrail.notifier.editing.Sources;
import org.handrail.notifier.editing.TemplateVersion;
import org.handrail.notifier.editing.Versions;

/** The templates that come with this release, as if nobody had ever edited any. */
final class ShippedTemplates implements Versions {

    private final Map<String, Sources> sources = TemplateFiles.sources();

    @Override
    public Map<String, Integer> inForce() {
        return sources.keySet().stream().collect(Collectors.toMap(key -> key, key -> 1));
    }

    @Override
    public List<TemplateVersion> allInForce() {
        return sources.keySet().stream().map(key -> find(key, 1).orElseThrow()).toList();
    }

    @Override
    public Optional<TemplateVersion> newest(String key) {
        return find(key, 1);
    }

    @Override
    public Optional<TemplateVersion> find(String key, int version) {
        return version != 1 || !sources.containsKey(key) ? Optional.empty()
                : Optional.of(new TemplateVersion(key, 1, sources.get(key), Instant.EPOCH, TemplateVersion.HANDRAIL,
                        "Came with Handrail", null, true));
    }

    @Override
    public List<TemplateVersion> history(String key) {
        return newest(key).stream().toList();
    }

    @Override
    public boolean add(TemplateVersion version) {
        throw new UnsupportedOperationException("what ships is in files");
    }
}
