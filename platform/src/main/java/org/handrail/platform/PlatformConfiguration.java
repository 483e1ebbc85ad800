package org.handrail.platform;

import org.springframework.context.annotation.Configuration;

/** Beans of the platform: clock, sites, problem details, health, metrics, logs, headers. */
@Configuration(proxyBeanMethods = false)
public class PlatformConfiguration {
}
