package org.handrail.standalone.bench.people;

import org.handrail.platform.site.Sites;
import org.handrail.platform.site.json.SitesConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** The sites that a service goes by when nobody names a file of others. */
public final class ShippedSites {

    private ShippedSites() {
    }

    public static Sites read() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources()
                    .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            context.register(SitesConfiguration.class);
            context.refresh();
            return context.getBean(Sites.class);
        }
    }
}
