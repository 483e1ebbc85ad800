package org.handrail.platform.site;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configured sites; read at start, the same for every service. */
public final class Sites {

    private final Map<String, Site> byId;
    private final Site defaultSite;

    public Sites(Collection<Site> sites, String defaultSiteId) {
        this.byId = sites.stream().collect(Collectors.toUnmodifiableMap(Site::id, Function.identity()));
        Site found = byId.get(defaultSiteId);
        if (found == null) {
            throw new IllegalArgumentException("The default site \"" + defaultSiteId
                    + "\" is not among the sites " + byId.keySet() + ": change HANDRAIL_DEFAULT_SITE or the sites file");
        }
        this.defaultSite = found;
    }

    public Optional<Site> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The site, or the default one when it has since been taken out of the settings. */
    public Site orDefault(String id) {
        return byId.getOrDefault(id, defaultSite);
    }

    public Site defaultSite() {
        return defaultSite;
    }

    public Collection<Site> all() {
        return byId.values();
    }
}
