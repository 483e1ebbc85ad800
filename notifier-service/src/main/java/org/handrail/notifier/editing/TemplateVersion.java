package org.handrail.notifier.editing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template as it was published, for ever.
 *
 * @param version from 1; the highest of a key is in force
 * @param sameAs  the earlier version that this one brings back
 * @param shipped came with Handrail, or brings such a one back
 */
public record TemplateVersion(
        String key, int version, Sources sources, Instant publishedAt, String publishedBy, String why,
        @Nullable Integer sameAs, boolean shipped) {

    /** Who publishes what comes with Handrail. */
    public static final String HANDRAIL = "Handrail";

    /** The one after this. */
    public TemplateVersion next(Sources next, Instant at, String by, String reason) {
        return new TemplateVersion(key, version + 1, next, at, by, reason, null, false);
    }

    /** The one after this, with what an earlier one said. */
    public TemplateVersion back(TemplateVersion earlier, Instant at, String by, String reason) {
        return new TemplateVersion(
                key, version + 1, earlier.sources(), at, by, reason, earlier.version(), earlier.shipped());
    }
}
