package org.handrail.notifier.editing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Puts the templates that come with this release among the versions, at start. A release's better text comes into force
 * where the one before it, as shipped, was in force. Where a provider published an own one, that stays in force, and
 * the release's lies before it in the history, one roll back away.
 */
public final class BringingShipped {

    private static final String FIRST = "Came with Handrail";
    private static final String NEWER = "Came with a new release of Handrail";
    private static final String KEPT = "Stays in force beside the text of a new release";

    private final Versions versions;

    public BringingShipped(Versions versions) {
        this.versions = versions;
    }

    /** In one transaction, and in one instance at a time. */
    public void bring(Map<String, Sources> shipped, Instant now) {
        shipped.forEach((key, sources) -> bring(key, sources, now));
    }

    private void bring(String key, Sources sources, Instant now) {
        List<TemplateVersion> history = versions.history(key);
        if (history.isEmpty()) {
            versions.add(new TemplateVersion(
                    key, 1, sources, now, TemplateVersion.HANDRAIL, FIRST, null, true));
        } else if (history.stream().noneMatch(version -> version.shipped() && version.sources().equals(sources))) {
            // an older release that starts again finds its own text in the history, and changes nothing
            TemplateVersion inForce = history.get(0);
            TemplateVersion newer = new TemplateVersion(key, inForce.version() + 1, sources, now,
                    TemplateVersion.HANDRAIL, NEWER, null, true);
            versions.add(newer);
            if (!inForce.shipped()) {
                versions.add(newer.back(inForce, now, TemplateVersion.HANDRAIL, KEPT));
            }
        }
    }
}
