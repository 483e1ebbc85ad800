package org.handrail.platform.site.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handrail.platform.site.Sites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sites of HANDRAIL_SITES_FILE, or the built-in example when it is not set. */
@Configuration(proxyBeanMethods = false)
public class SitesConfiguration {

    private static final String EXAMPLE = "/org/handrail/platform/site/example-sites.json";

    @Bean
    Sites sites(
            @Value("${handrail.sites.file:}") String file,
            @Value("${handrail.default.site:main}") String defaultSite) throws IOException {
        if (!file.isBlank()) {
            Path path = Path.of(file);
            if (!Files.isReadable(path)) {
                throw new IllegalArgumentException("HANDRAIL_SITES_FILE names " + path + ", which cannot be read");
            }
            return SitesFile.read(path.toString(), Files.readAllBytes(path), defaultSite);
        }
        try (InputStream example = SitesConfiguration.class.getResourceAsStream(EXAMPLE)) {
            if (example == null) {
                throw new IllegalStateException(EXAMPLE + " is not on the class path");
            }
            return SitesFile.read(EXAMPLE, example.readAllBytes(), defaultSite);
        }
    }
}
