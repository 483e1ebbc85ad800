package org.handrail.platform;

import org.handrail.platform.problem.ProblemConfiguration;
import org.handrail.platform.site.json.SitesConfiguration;
import org.handrail.platform.time.ClockConfiguration;
import org.handrail.platform.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Beans of the platform: clock, sites, problem details, request limits and headers, open management endpoints. A
 * service also imports the settings {@code classpath:handrail-platform.yml} and names itself in
 * {@code handrail.service}.
 */
@Configuration(proxyBeanMethods = false)
@Import({ClockConfiguration.class, SitesConfiguration.class, ProblemConfiguration.class, WebConfiguration.class})
public class PlatformConfiguration {
}
