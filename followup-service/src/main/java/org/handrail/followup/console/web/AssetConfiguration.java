package org.handrail.followup.console.web;

import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** htmx, from its jar: no third party is asked. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final String HTMX = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/htmx/*").addResourceLocations(folder())
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    /** Whichever version is on the class path. */
    private static String folder() {
        try {
            String script = new PathMatchingResourcePatternResolver().getResources(HTMX)[0].getURL().toString();
            return script.substring(0, script.lastIndexOf('/') + 1);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("htmx is not on the class path", e);
        }
    }
}
