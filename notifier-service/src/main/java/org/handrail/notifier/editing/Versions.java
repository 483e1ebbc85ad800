package org.handrail.notifier.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was ever published. */
public interface Versions {

    /** The version in force of each key. Cheap: asked every second. */
    Map<String, Integer> inForce();

    /** By key. */
    List<TemplateVersion> allInForce();

    Optional<TemplateVersion> newest(String key);

    Optional<TemplateVersion> find(String key, int version);

    /** Newest first. */
    List<TemplateVersion> history(String key);

    /** @return false when there is one of that number already; nothing was written then */
    boolean add(TemplateVersion version);
}
