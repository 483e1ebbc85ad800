package org.handrail.messaging;

import org.springframework.context.annotation.Configuration;

/** Beans of messaging: outbox, relay, topics, the {@code events:} component, dead letters. */
@Configuration(proxyBeanMethods = false)
public class MessagingConfiguration {
}
